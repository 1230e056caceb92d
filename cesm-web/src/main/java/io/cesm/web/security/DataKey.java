package io.cesm.web.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.cesm.web.database.SecretFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that seals secrets in the database and blinds addresses. It comes from the
 * setting {@code cesm.security.data-key} (needed when there are several nodes) or from a
 * file in the data directory that only its owner can read.
 */
@Component
public class DataKey {

    private static final int NONCE = 12;

    private static final int TAG_BITS = 128;

    private final byte[] key;

    @Autowired
    DataKey(@Value("${cesm.security.data-key:}") String given, @Value("${cesm.data-dir}") Path directory) {
        this.key = given.isBlank() ? new SecretFile(directory.resolve("keys").resolve("data.key")).bytes()
                : Base64.getDecoder().decode(given.strip());
        if (this.key.length != 32) {
            throw new IllegalStateException("The data key must be 32 bytes in Base64");
        }
    }

    private DataKey(byte[] key) {
        this.key = key;
    }

    /** A key of its own that only who knows the text can have, and only with this one. */
    public DataKey with(String text) {
        return new DataKey(blind(text));
    }

    /**
     * Seals a secret; {@code context} says whose it is, and must be the same to open it.
     */
    public byte[] seal(byte[] secret, String context) {
        var nonce = Secrets.bytes(NONCE);
        var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, secret, context);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    public byte[] open(byte[] sealed, String context) {
        return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE),
                Arrays.copyOfRange(sealed, NONCE, sealed.length), context);
    }

    /** A keyed hash, for what is only compared. */
    public byte[] blind(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("HMAC is part of every Java runtime", ex);
        }
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] input, String context) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("A sealed secret cannot be opened with this data key", ex);
        }
    }

}
