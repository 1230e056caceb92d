package io.cesm.web.once;

import java.security.SecureRandom;
import java.util.Base64;

import org.springframework.stereotype.Component;

/** Gives every rendered form a random key, so that a form sent twice acts once. */
@Component("nonces")
public class Nonces {

    private final SecureRandom random = new SecureRandom();

    public String next() {
        var bytes = new byte[18];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

}
