package io.cesm.domain.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Makes time-ordered identifiers (UUID version 7, RFC 9562): new rows land at the right
 * end of an index, and a key says nothing but its millisecond.
 */
public final class Uuid7 {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuid7() {
    }

    public static UUID next() {
        return at(System.currentTimeMillis());
    }

    /**
     * An identifier of a given moment, for records that are taken over with their time.
     * @param millis milliseconds since 1970 UTC, 48 bits
     */
    public static UUID at(long millis) {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        long high = (millis << 16) | 0x7000L | ((bytes[0] & 0x0FL) << 8) | (bytes[1] & 0xFFL);
        long low = 0;
        for (int i = 2; i < 10; i++) {
            low = (low << 8) | (bytes[i] & 0xFFL);
        }
        return new UUID(high, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }

}
