package io.cesm.domain.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Finds out in which encoding a text was written: by its mark, by being valid UTF-8
 * throughout, else by which characters it would consist of.
 */
final class Encodings {

    private static final int SAMPLE = 1 << 20;

    /** The most frequent characters of written Chinese and of business data. */
    private static final String CHINESE = "的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市司客户称限期址编号联系区路省县级型类服务质量产品交付满意度要求经理总监";

    /** The most frequent syllables of written Korean. */
    private static final String KOREAN = "이다는에의가을하고지은로한사기를도서리자대시스인아어해정나전부있일주수라보게과여제것그상으성만조구동장비중적용세원안업미면관위오선공요간화무들년진연방신재문유국소여체트품발물실계단드분영산회르생개행불민경통내모치금직";

    private Encodings() {
    }

    /** An encoding with how sure it is. */
    record Guess(String encoding, int confidence, boolean mark) {
    }

    static Guess of(Content content) throws IOException {
        byte[] sample;
        try (var in = content.open()) {
            sample = in.readNBytes(SAMPLE);
        }
        var marked = byMark(sample);
        if (marked != null) {
            return marked;
        }
        var wide = byZeros(sample);
        if (wide != null) {
            return wide;
        }
        try (var in = content.open()) {
            var utf8 = utf8(in);
            return utf8 != null ? utf8 : byCharacters(sample);
        }
    }

    private static @Nullable Guess byMark(byte[] b) {
        if (b.length >= 3 && (b[0] & 0xFF) == 0xEF && (b[1] & 0xFF) == 0xBB && (b[2] & 0xFF) == 0xBF) {
            return new Guess("UTF-8", 100, true);
        }
        if (b.length >= 2 && (b[0] & 0xFF) == 0xFF && (b[1] & 0xFF) == 0xFE) {
            return new Guess("UTF-16LE", 100, true);
        }
        if (b.length >= 2 && (b[0] & 0xFF) == 0xFE && (b[1] & 0xFF) == 0xFF) {
            return new Guess("UTF-16BE", 100, true);
        }
        return null;
    }

    private static @Nullable Guess byZeros(byte[] b) {
        int little = 0;
        int big = 0;
        for (int i = 0; i + 1 < b.length; i += 2) {
            if (b[i + 1] == 0 && ascii(b[i])) {
                little++;
            }
            if (b[i] == 0 && ascii(b[i + 1])) {
                big++;
            }
        }
        int enough = Math.max(2, b.length / 200);
        if (Math.max(little, big) < enough || Math.min(little, big) * 20 > Math.max(little, big)) {
            return null;
        }
        return new Guess(little > big ? "UTF-16LE" : "UTF-16BE", 90, false);
    }

    private static boolean ascii(byte b) {
        return b == '\n' || b == '\r' || b == '\t' || (b >= ' ' && b < 0x7F);
    }

    private static @Nullable Guess utf8(InputStream in) throws IOException {
        var decoder = strict("UTF-8");
        var bytes = ByteBuffer.allocate(1 << 16);
        var chars = CharBuffer.allocate(1 << 16);
        boolean plain = true;
        for (int n = in.read(bytes.array(), 0, bytes.capacity()); n >= 0; n = in.read(bytes.array(), bytes.position(),
                bytes.remaining())) {
            int end = bytes.position() + n;
            plain = plain && allAscii(bytes.array(), bytes.position(), end);
            bytes.limit(end).position(0);
            chars.clear();
            if (decoder.decode(bytes, chars, false).isError()) {
                return null;
            }
            bytes.compact();
        }
        bytes.flip();
        if (bytes.hasRemaining()) {
            return null;
        }
        return new Guess("UTF-8", plain ? 100 : 99, false);
    }

    private static boolean allAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static Guess byCharacters(byte[] sample) {
        double chinese = share(sample, "GB18030", CHINESE, 0x4E00, 0x9FFF);
        double korean = share(sample, "CP949", KOREAN, 0xAC00, 0xD7A3);
        double best = Math.max(chinese, korean);
        if (best < 0.05 || paired(sample) < 0.5) {
            return new Guess("WINDOWS-1252", 40, false);
        }
        int sure = (int) Math.round(50 + 45 * Math.min(1, Math.abs(chinese - korean) / Math.max(0.2, best)));
        return new Guess(chinese >= korean ? "GB18030" : "CP949", sure, false);
    }

    /**
     * How many of the runs of bytes beyond ASCII could be pairs; letters with accents
     * stand alone.
     */
    private static double paired(byte[] sample) {
        int runs = 0;
        int even = 0;
        int length = 0;
        for (byte each : sample) {
            if (each < 0) {
                length++;
            }
            else if (length > 0) {
                runs++;
                even += length % 2 == 0 ? 1 : 0;
                length = 0;
            }
        }
        return runs == 0 ? 1 : (double) even / runs;
    }

    /**
     * How much of the text beyond ASCII would be frequent characters; 0 if it would not
     * even be valid.
     */
    private static double share(byte[] sample, String encoding, String frequent, int from, int to) {
        var decoder = strict(encoding);
        var out = CharBuffer.allocate(sample.length + 1);
        var in = ByteBuffer.wrap(sample);
        var result = decoder.decode(in, out, false);
        if (result.isError() && in.remaining() > 4) {
            return 0;
        }
        out.flip();
        int beyond = 0;
        int known = 0;
        int script = 0;
        while (out.hasRemaining()) {
            char c = out.get();
            if (c > 0x7F) {
                beyond++;
                script += (c >= from && c <= to) || (c >= 0x3000 && c <= 0x303F) || c >= 0xFF00 ? 1 : 0;
                known += frequent.indexOf(c) >= 0 ? 1 : 0;
            }
        }
        if (beyond == 0 || script * 2 < beyond) {
            return 0;
        }
        return 0.2 * script / beyond + 0.8 * known / beyond;
    }

    static CharsetDecoder strict(String encoding) {
        return TableFormat.charset(encoding)
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * The beginning of a text, with whatever cannot be read replaced; ends with a whole
     * line.
     */
    static String beginning(Content content, String encoding, int bytes) throws IOException {
        byte[] sample;
        try (var in = content.open()) {
            sample = in.readNBytes(bytes);
        }
        var text = new String(sample, encoding.isEmpty() ? StandardCharsets.UTF_8 : TableFormat.charset(encoding));
        var clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        int end = sample.length < bytes ? clean.length() : clean.lastIndexOf('\n') + 1;
        return end > 0 ? clean.substring(0, end) : clean;
    }

    static boolean startsWith(byte[] content, int... mark) {
        return content.length >= mark.length
                && Arrays.equals(Arrays.stream(mark).toArray(), bytesAsInts(content, mark.length));
    }

    private static int[] bytesAsInts(byte[] content, int length) {
        var out = new int[length];
        for (int i = 0; i < length; i++) {
            out[i] = content[i] & 0xFF;
        }
        return out;
    }

}
