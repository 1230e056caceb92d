package io.cesm.web.casepage;

import java.time.Duration;

import io.cesm.web.security.PublicAddress;
import io.cesm.web.security.TokenCookies;
import org.springframework.stereotype.Component;

/** The cookies of links of parties. */
@Component
class RoomCookie extends TokenCookies {

    private static final String PURPOSE = "room";

    RoomCookie(PublicAddress address) {
        super(address, PURPOSE, "room-", Duration.ofDays(60));
    }

    /** The name of a link in addresses of this program. */
    static String ref(String token) {
        return ref(PURPOSE, token);
    }

}
