package bad.modules.left;

import bad.modules.right.inner.Hidden;

/** Reaches into another module. */
public class Nosy {

    Hidden seen() {
        return new Hidden();
    }

}
