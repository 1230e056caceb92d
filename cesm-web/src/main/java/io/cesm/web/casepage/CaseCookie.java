package io.cesm.web.casepage;

import java.time.Duration;

import io.cesm.web.security.PublicAddress;
import io.cesm.web.security.TokenCookies;
import org.springframework.stereotype.Component;

/** The cookies of links to complaints and of forms that file them. */
@Component
class CaseCookie extends TokenCookies {

    private static final String PURPOSE = "case";

    CaseCookie(PublicAddress address) {
        super(address, PURPOSE, "case-", Duration.ofDays(60));
    }

    /** The name of a link in addresses of this program. */
    static String ref(String token) {
        return ref(PURPOSE, token);
    }

}
