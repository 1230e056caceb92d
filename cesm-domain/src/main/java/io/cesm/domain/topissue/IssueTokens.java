package io.cesm.domain.topissue;

import io.cesm.domain.timeline.ChainKey;
import io.cesm.domain.timeline.LinkSecrets;
import org.springframework.stereotype.Component;

/** The tokens of links to TOP issues. */
@Component
class IssueTokens extends LinkSecrets {

    IssueTokens(ChainKey key) {
        super(key, "links of TOP issues");
    }

}
