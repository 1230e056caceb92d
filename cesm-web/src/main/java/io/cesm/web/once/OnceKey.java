package io.cesm.web.once;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.TreeMap;

import io.cesm.domain.people.Actor;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Finds the key of an unsafe request and what the request was, as digests. */
final class OnceKey {

    static final String HEADER = "Idempotency-Key";

    static final String FIELD = "_nonce";

    private static final int LONGEST = 200;

    private OnceKey() {
    }

    /** The key bound to who asks, or null if the request carries none. */
    static byte @Nullable [] of(HttpServletRequest request, @Nullable Actor actor) {
        var key = request.getHeader(HEADER);
        if (key == null && isForm(request)) {
            key = request.getParameter(FIELD);
        }
        if (key == null || key.isBlank() || key.length() > LONGEST) {
            return null;
        }
        var who = actor == null || actor.staff() == null ? "" : actor.staff().toString();
        return digest(who + '\n' + key, new byte[0]);
    }

    /** A multipart form shows its fields only after it has been taken apart. */
    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data"));
    }

    /** What was asked: the address, and the body or the fields of the form. */
    static byte[] request(HttpServletRequest request, byte[] body) {
        var text = new StringBuilder(
                request.getMethod() + '\n' + request.getRequestURI() + '\n' + request.getQueryString());
        if (isForm(request)) {
            new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
                if (!name.equals("_csrf")) {
                    text.append('\n').append(name).append('=').append(Arrays.toString(values));
                }
            });
        }
        return digest(text.toString(), body);
    }

    private static byte[] digest(String text, byte[] body) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(text.getBytes(StandardCharsets.UTF_8));
            return sha.digest(body);
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", ex);
        }
    }

}
