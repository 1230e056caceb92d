package io.cesm.domain.table;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;

import io.cesm.domain.kernel.Refusal;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Judges a workbook before it is parsed: unpacks every part once, counting, and believes
 * nothing that the file says about itself.
 */
final class WorkbookGuard {

    private static final long FLOOR = 8L * 1024 * 1024;

    private static final long STRINGS = 64L * 1024 * 1024;

    private static final int LARGEST_DIRECTORY = 256 * 1024;

    private final TableLimits limits;

    private final long deadline;

    private final long packed;

    private long unpacked;

    private WorkbookGuard(TableLimits limits, long packed) {
        this.limits = limits;
        this.packed = packed;
        this.deadline = System.nanoTime() + limits.seconds() * 1_000_000_000L;
    }

    static void judge(Path file, TableLimits limits) throws IOException {
        try {
            new WorkbookGuard(limits, file.toFile().length()).walk(file);
        }
        catch (IOException | IllegalArgumentException | ArithmeticException broken) {
            throw notAWorkbook();
        }
    }

    static Refusal notAWorkbook() {
        return new Refusal("table.not_a_workbook");
    }

    private void walk(Path file) throws IOException {
        requireSmallDirectory(file);
        try (var zip = ZipFile.builder().setPath(file).get()) {
            var entries = Collections.list(zip.getEntries());
            if (entries.size() > limits.entries()) {
                throw new Refusal("table.workbook_too_large");
            }
            boolean workbook = false;
            for (var entry : entries) {
                workbook |= entry.getName().equals("xl/workbook.xml");
                count(zip, entry);
            }
            if (!workbook) {
                throw notAWorkbook();
            }
        }
    }

    private void count(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        var name = entry.getName().toLowerCase(Locale.ROOT);
        boolean xml = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
        long most = name.endsWith("sharedstrings.xml") ? STRINGS : Long.MAX_VALUE;
        var buffer = new byte[1 << 16];
        try (var in = zip.getInputStream(entry)) {
            if (in == null) {
                throw notAWorkbook();
            }
            long its = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (xml && its < buffer.length) {
                    requireNoDoctype(buffer, n);
                }
                its += n;
                unpacked += n;
                requireRoom(its > most);
            }
        }
    }

    private void requireRoom(boolean stringsTooMany) {
        boolean bomb = unpacked > FLOOR && unpacked > packed * limits.ratio();
        if (stringsTooMany || bomb || unpacked > limits.unpacked() || System.nanoTime() > deadline) {
            throw new Refusal("table.workbook_too_large");
        }
    }

    private static void requireNoDoctype(byte[] buffer, int length) {
        var text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
            throw notAWorkbook();
        }
    }

    /**
     * Reads the end record first, so that a directory of a million parts is never loaded.
     */
    private static void requireSmallDirectory(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(in.length(), 65_557);
            var tail = new byte[length];
            in.seek(in.length() - length);
            in.readFully(tail);
            for (int i = length - 22; i >= 0; i--) {
                if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
                    long end = in.length() - length + i;
                    long start = Integer
                        .toUnsignedLong(Integer.reverseBytes(java.nio.ByteBuffer.wrap(tail).getInt(i + 16)));
                    if (start > end || end - start > LARGEST_DIRECTORY) {
                        throw new Refusal("table.workbook_too_large");
                    }
                    return;
                }
            }
            throw notAWorkbook();
        }
    }

}
