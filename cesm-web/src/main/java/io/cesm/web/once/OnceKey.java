package io.cesm.web.once;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeMap;

import io.cesm.domain.people.Actor;
import io.cesm.web.security.DataKey;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The key of an unsafe request and what the request was, as digests; and the seal of what
 * is kept for it, which opens only with the key itself and the program's data key.
 */
record OnceKey(byte[] digest, byte[] request, DataKey seal) {

    static final String HEADER = "Idempotency-Key";

    static final String FIELD = "_nonce";

    private static final int LONGEST = 200;

    private static final String CONTEXT = "once";

    /** The key bound to who asks, or null if the request carries none. */
    static @Nullable OnceKey of(HttpServletRequest request, byte[] body, @Nullable Actor actor, DataKey data) {
        var key = request.getHeader(HEADER);
        if (key == null && isForm(request)) {
            key = request.getParameter(FIELD);
        }
        if (key == null || key.isBlank() || key.length() > LONGEST) {
            return null;
        }
        var who = actor == null || actor.staff() == null ? "" : actor.staff().toString();
        var text = who + '\n' + key;
        var seal = data.with(CONTEXT + '\n' + text);
        return new OnceKey(sha256(text.getBytes(StandardCharsets.UTF_8), new byte[0]),
                seal.blind(request(request, body)), seal);
    }

    byte @Nullable [] sealed(byte @Nullable [] text) {
        return text == null ? null : seal.seal(text, CONTEXT);
    }

    byte @Nullable [] opened(byte @Nullable [] sealed) {
        return sealed == null ? null : seal.open(sealed, CONTEXT);
    }

    /** A multipart form shows its fields only after it has been taken apart. */
    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data"));
    }

    /** What was asked: the address, and the body or the fields of the form. */
    private static String request(HttpServletRequest request, byte[] body) {
        var text = new StringBuilder(
                request.getMethod() + '\n' + request.getRequestURI() + '\n' + request.getQueryString());
        if (isForm(request)) {
            new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
                if (!name.equals("_csrf")) {
                    text.append('\n').append(name).append('=').append(Arrays.toString(values));
                }
            });
        }
        return text.append('\n').append(HexFormat.of().formatHex(sha256(body, new byte[0]))).toString();
    }

    static byte[] sha256(byte[] first, byte[] second) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(first);
            return sha.digest(second);
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", ex);
        }
    }

}
