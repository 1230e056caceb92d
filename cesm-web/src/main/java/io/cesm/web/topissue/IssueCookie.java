package io.cesm.web.topissue;

import java.time.Duration;

import io.cesm.web.security.PublicAddress;
import io.cesm.web.security.TokenCookies;
import org.springframework.stereotype.Component;

/** The cookies of links to TOP issues. */
@Component
class IssueCookie extends TokenCookies {

    private static final String PURPOSE = "top issue";

    IssueCookie(PublicAddress address) {
        super(address, PURPOSE, "top-", Duration.ofDays(30));
    }

    /** The name of a link in addresses of this program. */
    static String ref(String token) {
        return ref(PURPOSE, token);
    }

}
