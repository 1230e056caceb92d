package io.cesm.domain.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import javax.imageio.ImageIO;

import io.cesm.domain.kernel.Refusal;

/**
 * Judges pictures by their header alone, and takes out of them what they tell about the
 * one who took them: place, device, time, words. How to turn a photo stays.
 */
final class Pictures {

    private static final long MOST_PIXELS = 60_000_000;

    private static final Set<String> PNG_WORDS = Set.of("tEXt", "zTXt", "iTXt", "eXIf", "tIME");

    private Pictures() {
    }

    /** The picture without its private data. */
    static byte[] cleaned(byte[] content, String mediaType) {
        try {
            return switch (mediaType) {
                case "image/jpeg" -> jpeg(judged(content));
                case "image/png" -> png(judged(content));
                case "image/gif" -> judged(content);
                case "image/webp" -> webp(content);
                default -> content;
            };
        }
        catch (IOException | RuntimeException broken) {
            if (broken instanceof Refusal refusal) {
                throw refusal;
            }
            throw new Refusal("file.picture_broken");
        }
    }

    private static byte[] judged(byte[] content) throws IOException {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new Refusal("file.picture_broken");
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                judge(reader.getWidth(0), reader.getHeight(0));
            }
            finally {
                reader.dispose();
            }
        }
        return content;
    }

    private static void judge(long width, long height) {
        if (width <= 0 || height <= 0 || width * height > MOST_PIXELS) {
            throw new Refusal("file.picture_too_large", width, height);
        }
    }

    private static byte[] jpeg(byte[] content) throws IOException {
        var in = ByteBuffer.wrap(content);
        var out = new ByteArrayOutputStream(content.length);
        in.position(2);
        out.write(content, 0, 2);
        while (in.remaining() >= 4) {
            int at = in.position();
            int mark = in.getShort() & 0xFFFF;
            if (mark == 0xFFDA || mark < 0xFF00) {
                out.write(content, at, content.length - at);
                return out.toByteArray();
            }
            int length = in.getShort() & 0xFFFF;
            if (mark == 0xFFE1) {
                writeTurn(out, orientation(content, at + 4, length - 2));
            }
            else if (mark != 0xFFED && mark != 0xFFFE && !(mark >= 0xFFE3 && mark <= 0xFFEC)) {
                out.write(content, at, length + 2);
            }
            in.position(at + 2 + length);
        }
        throw new Refusal("file.picture_broken");
    }

    private static int orientation(byte[] content, int offset, int length) {
        if (length < 14 || !new String(content, offset, 4, StandardCharsets.US_ASCII).equals("Exif")) {
            return 1;
        }
        var tiff = ByteBuffer.wrap(content, offset + 6, length - 6).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory + 2 > tiff.limit()) {
            return 1;
        }
        int fields = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < fields && directory + 14 + i * 12 <= tiff.limit(); i++) {
            int field = directory + 2 + i * 12;
            if ((tiff.getShort(field) & 0xFFFF) == 0x0112) {
                return tiff.getShort(field + 8) & 0xFFFF;
            }
        }
        return 1;
    }

    private static void writeTurn(ByteArrayOutputStream out, int orientation) {
        if (orientation < 2 || orientation > 8) {
            return;
        }
        var segment = ByteBuffer.allocate(36).order(ByteOrder.BIG_ENDIAN);
        segment.putShort((short) 0xFFE1).putShort((short) 34).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        segment.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8).putShort((short) 1);
        segment.putShort((short) 0x0112)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) orientation)
            .putShort((short) 0);
        segment.putInt(0);
        out.write(segment.array(), 0, segment.position());
    }

    private static byte[] png(byte[] content) {
        var in = ByteBuffer.wrap(content);
        var out = new ByteArrayOutputStream(content.length);
        out.write(content, 0, 8);
        in.position(8);
        while (in.remaining() >= 12) {
            int at = in.position();
            int length = in.getInt();
            var type = new byte[4];
            in.get(type);
            if (length < 0 || length > in.remaining() - 4) {
                throw new Refusal("file.picture_broken");
            }
            var name = new String(type, StandardCharsets.US_ASCII);
            if (!PNG_WORDS.contains(name)) {
                out.write(content, at, length + 12);
            }
            if (name.equals("IEND")) {
                return out.toByteArray();
            }
            in.position(at + length + 12);
        }
        throw new Refusal("file.picture_broken");
    }

    private static byte[] webp(byte[] content) {
        var in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        var out = ByteBuffer.allocate(content.length + 8).order(ByteOrder.LITTLE_ENDIAN);
        out.put(content, 0, 12);
        in.position(12);
        while (in.remaining() >= 8) {
            int at = in.position();
            var name = new String(content, at, 4, StandardCharsets.US_ASCII);
            int length = in.getInt(at + 4);
            int padded = length + (length & 1);
            if (length < 0 || padded > in.remaining() - 8) {
                throw new Refusal("file.picture_broken");
            }
            if (!name.equals("EXIF") && !name.equals("XMP ")) {
                int start = out.position();
                out.put(content, at, padded + 8);
                judgeWebp(out, name, start);
            }
            in.position(at + 8 + padded);
        }
        out.putInt(4, out.position() - 8);
        return java.util.Arrays.copyOf(out.array(), out.position());
    }

    private static void judgeWebp(ByteBuffer out, String chunk, int start) {
        if (chunk.equals("VP8X")) {
            out.put(start + 8, (byte) (out.get(start + 8) & ~0x0C));
            judge((out.getInt(start + 12) & 0xFFFFFF) + 1L, ((out.getInt(start + 14) >>> 8) & 0xFFFFFF) + 1L);
        }
        else if (chunk.equals("VP8 ")) {
            judge(out.getShort(start + 14) & 0x3FFF, out.getShort(start + 16) & 0x3FFF);
        }
        else if (chunk.equals("VP8L")) {
            int bits = out.getInt(start + 9);
            judge((bits & 0x3FFF) + 1L, ((bits >>> 14) & 0x3FFF) + 1L);
        }
    }

}
