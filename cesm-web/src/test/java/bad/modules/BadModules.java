package bad.modules;

import org.springframework.modulith.Modulithic;

/** Two modules of which one reaches into the other. */
@Modulithic
public class BadModules {

}
