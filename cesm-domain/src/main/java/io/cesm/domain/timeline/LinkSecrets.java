package io.cesm.domain.timeline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the tokens of links: 256 bits that follow from the id and a key outside the
 * database, so that every mail carries the same link while the database knows only its
 * digest. Each kind of link has a purpose of its own, and so a key of its own.
 */
public abstract class LinkSecrets {

    private static final String ALGORITHM = "HmacSHA256";

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SecretKeySpec key;

    protected LinkSecrets(ChainKey key, String purpose) {
        this.key = new SecretKeySpec(key.derive(purpose), ALGORITHM);
    }

    /** The token of the link with that id: 43 characters that fit into an address. */
    public String of(UUID id) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("HMAC is part of every Java runtime", ex);
        }
    }

    /** What is stored in place of the token. */
    public byte[] digestOf(UUID id) {
        return digest(of(id));
    }

    /** Whether a text has the shape of a token, before anything is looked up. */
    public static boolean couldBe(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** What is stored in place of a token. */
    public static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", ex);
        }
    }

}
