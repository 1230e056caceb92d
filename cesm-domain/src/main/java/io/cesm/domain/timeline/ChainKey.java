package io.cesm.domain.timeline;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * The secret that signs the timeline. It lives outside the database, so that whoever owns
 * the database still cannot rewrite history unseen.
 */
public final class ChainKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * Takes the secret.
     * @param secret at least 32 bytes
     */
    public ChainKey(byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("The timeline key needs at least 32 bytes, not " + secret.length);
        }
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * Another secret of 32 bytes for another purpose; it tells nothing about this one.
     */
    public byte[] derive(String purpose) {
        return sign("derived".getBytes(StandardCharsets.UTF_8), purpose.getBytes(StandardCharsets.UTF_8));
    }

    byte[] sign(byte[] previous, byte[] content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(previous);
            mac.update(content);
            return mac.doFinal();
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("HMAC is part of every Java runtime", ex);
        }
    }

}
