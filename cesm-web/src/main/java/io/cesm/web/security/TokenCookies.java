package io.cesm.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/**
 * Keeps the tokens of links out of addresses: in cookies of this browser, one for each
 * link, named by a reference that leads nowhere without it.
 */
public abstract class TokenCookies {

    private final String purpose;

    private final String prefix;

    private final Duration kept;

    private final boolean secure;

    /**
     * Cookies of one kind of link.
     * @param purpose goes into the references, so that kinds do not meet
     * @param prefix of the names of the cookies
     */
    protected TokenCookies(PublicAddress address, String purpose, String prefix, Duration kept) {
        this.purpose = purpose;
        this.prefix = prefix;
        this.kept = kept;
        this.secure = address.link("/").startsWith("https:");
    }

    /** The name of a link in addresses of this program. */
    protected static String ref(String purpose, String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((purpose + "\n" + token).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 12);
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", ex);
        }
    }

    /** The token this browser holds under a reference. */
    public @Nullable String token(HttpServletRequest request, String ref) {
        var cookies = request.getCookies();
        return cookies == null ? null
                : Arrays.stream(cookies)
                    .filter(it -> it.getName().equals(name(ref)))
                    .map(Cookie::getValue)
                    .filter(it -> ref.equals(ref(purpose, it)))
                    .findFirst()
                    .orElse(null);
    }

    /** Keeps a token; the reference to it. */
    public String keep(HttpServletResponse response, String token) {
        var ref = ref(purpose, token);
        response.addHeader("Set-Cookie",
                ResponseCookie.from(name(ref), token)
                    .path("/")
                    .httpOnly(true)
                    .secure(secure)
                    .sameSite("Lax")
                    .maxAge(kept)
                    .build()
                    .toString());
        return ref;
    }

    private String name(String ref) {
        return (secure ? "__Host-" : "") + prefix + ref;
    }

}
