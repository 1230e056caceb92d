package io.cesm.domain.topissue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.cesm.domain.timeline.ChainKey;
import org.springframework.stereotype.Component;

/**
 * Makes the tokens of links to TOP issues: 256 bits that follow from the id and a key
 * outside the database, so that every mail about an issue carries the same link while the
 * database knows only its digest.
 */
@Component
class IssueTokens {

    private static final String ALGORITHM = "HmacSHA256";

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SecretKeySpec key;

    IssueTokens(ChainKey key) {
        this.key = new SecretKeySpec(key.derive("links of TOP issues"), ALGORITHM);
    }

    String of(UUID id) {
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
    byte[] digestOf(UUID id) {
        return digest(of(id));
    }

    static boolean couldBe(String text) {
        return SHAPE.matcher(text).matches();
    }

    static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", ex);
        }
    }

}
