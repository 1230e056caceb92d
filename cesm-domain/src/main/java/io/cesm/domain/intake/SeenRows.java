package io.cesm.domain.intake;

import java.util.Arrays;

/**
 * Remembers under 64-bit fingerprints in which row something was seen first, and a
 * fingerprint of what was said there: 24 bytes a row, whatever the texts.
 */
public final class SeenRows {

    private long[] keys = new long[1 << 12];

    private long[] rows = new long[1 << 12];

    private long[] saids = new long[1 << 12];

    private int size;

    /**
     * Notes a row unless the thing was seen before.
     * @return the row in which it was seen first; this row if it is the first
     */
    public long first(String thing, long row, long said) {
        int at = place(print(thing));
        if (keys[at] != 0) {
            return rows[at];
        }
        keys[at] = print(thing);
        rows[at] = row;
        saids[at] = said;
        if (++size * 2 > keys.length) {
            grow();
        }
        return row;
    }

    /** The row in which it was seen first, 0 if never. */
    public long rowOf(String thing) {
        return rows[place(print(thing))];
    }

    /** What was said where it was seen first. */
    public long said(String thing) {
        return saids[place(print(thing))];
    }

    /** A fingerprint of a text; never 0. */
    public static long print(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int at = (int) key & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        var oldKeys = keys;
        var oldRows = rows;
        var oldSaids = saids;
        keys = new long[oldKeys.length * 2];
        rows = Arrays.copyOf(new long[0], keys.length);
        saids = Arrays.copyOf(new long[0], keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                rows[at] = oldRows[i];
                saids[at] = oldSaids[i];
            }
        }
    }

}
