package io.cesm.web.topissue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;

import io.cesm.web.security.PublicAddress;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Keeps the token of a link to a TOP issue out of the address: in a cookie of this
 * browser, one for each link, named by a reference that leads nowhere without it.
 */
@Component
class IssueCookie {

    private static final Duration KEPT = Duration.ofDays(30);

    private final boolean secure;

    IssueCookie(PublicAddress address) {
        this.secure = address.link("/").startsWith("https:");
    }

    /** The name of a link in addresses of this program. */
    static String ref(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(("top issue\n" + token).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 12);
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", ex);
        }
    }

    /** The token this browser holds under a reference. */
    @Nullable String token(HttpServletRequest request, String ref) {
        var cookies = request.getCookies();
        return cookies == null ? null
                : Arrays.stream(cookies)
                    .filter(it -> it.getName().equals(name(ref)))
                    .map(Cookie::getValue)
                    .filter(it -> ref.equals(ref(it)))
                    .findFirst()
                    .orElse(null);
    }

    /** Keeps a token; the reference to it. */
    String keep(HttpServletResponse response, String token) {
        var ref = ref(token);
        response.addHeader("Set-Cookie",
                ResponseCookie.from(name(ref), token)
                    .path("/")
                    .httpOnly(true)
                    .secure(secure)
                    .sameSite("Lax")
                    .maxAge(KEPT)
                    .build()
                    .toString());
        return ref;
    }

    private String name(String ref) {
        return (secure ? "__Host-top-" : "top-") + ref;
    }

}
