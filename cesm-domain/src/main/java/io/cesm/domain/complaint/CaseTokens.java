package io.cesm.domain.complaint;

import io.cesm.domain.timeline.ChainKey;
import io.cesm.domain.timeline.LinkSecrets;
import org.springframework.stereotype.Component;

/** The tokens of links to complaints and of forms that file them. */
@Component
class CaseTokens extends LinkSecrets {

    CaseTokens(ChainKey key) {
        super(key, "links of complaints");
    }

}
