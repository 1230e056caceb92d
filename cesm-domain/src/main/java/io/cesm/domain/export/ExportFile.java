package io.cesm.domain.export;

import java.io.OutputStream;

/**
 * The file of an export while it is written, kept in parts so that its size is never in
 * memory.
 */
class ExportFile extends OutputStream {

    private static final int PART = 1 << 20;

    private final Exports exports;

    private final ExportId id;

    private final byte[] part = new byte[PART];

    private int at;

    private int parts;

    private long size;

    ExportFile(Exports exports, ExportId id) {
        this.exports = exports;
        this.id = id;
    }

    @Override
    public void write(int one) {
        write(new byte[] { (byte) one }, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            int n = Math.min(left, PART - at);
            System.arraycopy(bytes, from, part, at, n);
            at += n;
            from += n;
            left -= n;
            if (at == PART) {
                keep();
            }
        }
        size += length;
    }

    private void keep() {
        exports.addPart(id, parts++, java.util.Arrays.copyOf(part, at));
        at = 0;
    }

    @Override
    public void close() {
        if (at > 0) {
            keep();
        }
    }

    long size() {
        return size;
    }

}
