package io.cesm.satisfaction.fielding;

import io.cesm.domain.timeline.ChainKey;
import io.cesm.domain.timeline.LinkSecrets;
import org.springframework.stereotype.Component;

/** The tokens of links to surveys; a reminder carries the same one as the invitation. */
@Component
public class LinkTokens extends LinkSecrets {

    LinkTokens(ChainKey key) {
        super(key, "links of surveys");
    }

}
