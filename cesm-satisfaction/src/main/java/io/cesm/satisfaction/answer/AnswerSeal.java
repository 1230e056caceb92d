package io.cesm.satisfaction.answer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.cesm.domain.timeline.ChainKey;
import org.springframework.stereotype.Component;

/**
 * Seals what the database keeps but must not tell, with a key outside of it or with one
 * that only a link holds; and makes receipts and digests that nobody can forge or guess.
 */
@Component
public class AnswerSeal {

    /** Sealed texts have a multiple of this size, so that their length tells nothing. */
    private static final int BUCKET = 4096;

    private static final int NONCE = 12;

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    public AnswerSeal(ChainKey root) {
        this.key = root.derive("survey answers");
    }

    /** A keyed digest of a text. */
    public byte[] digest(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("HMAC is part of every Java runtime", ex);
        }
    }

    /** What the respondent gets for an answer: always the same one for the same key. */
    String receipt(String survey, String answerKey) {
        var digest = digest("receipt\n" + survey + "\n" + answerKey);
        var text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            text.append(i == 4 ? "-" : "").append(LETTERS.charAt(digest[i] & 31));
        }
        return text.toString();
    }

    /** Seals a text with the key outside the database. */
    byte[] seal(String text) {
        return seal(key, text);
    }

    String open(byte[] sealed) {
        return open(key, sealed);
    }

    /** Seals a text with what only the holder of a link knows. */
    byte[] sealFor(String secret, String text) {
        return seal(hash("draft\n" + secret), text);
    }

    String openFor(String secret, byte[] sealed) {
        return open(hash("draft\n" + secret), sealed);
    }

    /** SHA-256, under which a link's secret is found again. */
    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", ex);
        }
    }

    static byte[] random(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] seal(byte[] with, String text) {
        var plain = text.getBytes(StandardCharsets.UTF_8);
        var padded = Arrays.copyOf(ByteBuffer.allocate(4 + plain.length).putInt(plain.length).put(plain).array(),
                (plain.length + 4 + BUCKET - 1) / BUCKET * BUCKET);
        var nonce = random(NONCE);
        var sealed = cipher(Cipher.ENCRYPT_MODE, with, nonce, padded);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    private static String open(byte[] with, byte[] sealed) {
        var plain = ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, with, Arrays.copyOf(sealed, NONCE),
                Arrays.copyOfRange(sealed, NONCE, sealed.length)));
        var text = new byte[plain.getInt()];
        plain.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static byte[] cipher(int mode, byte[] with, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(with, "AES"), new GCMParameterSpec(128, nonce));
            return cipher.doFinal(input);
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("What was sealed with another key cannot be opened", ex);
        }
    }

}
