package io.cesm.web.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

import io.cesm.satisfaction.answer.AnswerLink;
import io.cesm.web.security.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Keeps the token of a link out of the address: in a cookie of this browser, one for each
 * link, named by a reference that leads nowhere without it.
 */
@Component
class AnswerCookie {

    private static final Duration KEPT = Duration.ofDays(60);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final boolean secure;

    AnswerCookie(PublicAddress address) {
        this.secure = address.link("/").startsWith("https:");
    }

    /**
     * What the browser holds of a link.
     *
     * @param visitor tells this browser from others at a link that many have
     * @param receipt what it was given when it answered, if it did
     */
    record Held(String ref, String token, String visitor, @Nullable String receipt) {

        /**
         * What nobody knows who has only the database: the token, and at a link that many
         * have what tells this browser from others.
         */
        String secret(AnswerLink link) {
            return link.open() ? token + "\n" + visitor : token;
        }

    }

    /** The name of a link in addresses of this program. */
    static String ref(String token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash("page\n" + token)).substring(0, 12);
    }

    @Nullable Held held(HttpServletRequest request, String ref) {
        var value = value(request, name(ref));
        var parts = value == null ? new String[0] : value.split("\\.", -1);
        if (parts.length < 2 || !ref.equals(ref(parts[0]))) {
            return null;
        }
        return new Held(ref, parts[0], parts[1], parts.length > 2 && !parts[2].isEmpty() ? parts[2] : null);
    }

    /** Keeps a link; a browser that had it already stays the same visitor. */
    Held keep(HttpServletRequest request, HttpServletResponse response, String token) {
        var before = held(request, ref(token));
        var held = before != null ? before : new Held(ref(token), token, random(), null);
        write(response, held);
        return held;
    }

    /** The same device in the hands of somebody else. */
    Held next(HttpServletResponse response, Held held) {
        var next = new Held(held.ref(), held.token(), random(), null);
        write(response, next);
        return next;
    }

    void keepReceipt(HttpServletResponse response, Held held, String receipt) {
        write(response, new Held(held.ref(), held.token(), held.visitor(), receipt));
    }

    private void write(HttpServletResponse response, Held held) {
        var receipt = held.receipt();
        response.addHeader("Set-Cookie", ResponseCookie
            .from(name(held.ref()), held.token() + "." + held.visitor() + "." + (receipt == null ? "" : receipt))
            .path("/")
            .httpOnly(true)
            .secure(secure)
            .sameSite("Lax")
            .maxAge(KEPT)
            .build()
            .toString());
    }

    private String name(String ref) {
        return (secure ? "__Host-" : "") + "answer-" + ref;
    }

    private static String random() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", ex);
        }
    }

    private static @Nullable String value(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

}
