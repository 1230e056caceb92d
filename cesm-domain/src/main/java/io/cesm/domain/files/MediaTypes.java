package io.cesm.domain.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

import org.jspecify.annotations.Nullable;

/**
 * Says what a file is by looking at it. What is not on the list is not taken: no web
 * pages, scripts, programs, archives or documents with macros.
 */
final class MediaTypes {

    private static final Set<String> PHONE_AUDIO = Set.of("M4A ", "M4B ", "mp41", "mp42", "isom", "iso2", "3gp4",
            "3gp5", "3gp6", "dash");

    private static final Pattern MAIL = Pattern
        .compile("(?is)\\A(?:[A-Za-z][A-Za-z0-9-]{0,60}: ?[^\\n]*\\r?\\n(?:[ \\t][^\\n]*\\r?\\n)*){2,}.*");

    private static final Pattern LIVE = Pattern
        .compile("(?is).*<\\s*(?:!doctype|html|head|body|script|svg|iframe|object|embed|hta:|\\?xml|\\?php|%@).*");

    private MediaTypes() {
    }

    /** The media type, or null if such files are not taken. */
    static @Nullable String of(byte[] content, String name) {
        if (starts(content, 0, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        if (starts(content, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return "image/png";
        }
        if (starts(content, 0, 'G', 'I', 'F', '8')) {
            return "image/gif";
        }
        if (starts(content, 0, 'R', 'I', 'F', 'F')) {
            return riff(content);
        }
        if (starts(content, 0, '%', 'P', 'D', 'F', '-')) {
            return "application/pdf";
        }
        if (starts(content, 0, 'P', 'K', 3, 4)) {
            return office(content);
        }
        if (starts(content, 0, 0xD0, 0xCF, 0x11, 0xE0)) {
            return outlook(content);
        }
        var audio = audio(content);
        return audio != null ? audio : text(content, name);
    }

    private static @Nullable String riff(byte[] content) {
        if (starts(content, 8, 'W', 'E', 'B', 'P')) {
            return "image/webp";
        }
        return starts(content, 8, 'W', 'A', 'V', 'E') ? "audio/wav" : null;
    }

    private static @Nullable String audio(byte[] content) {
        if (starts(content, 0, 'I', 'D', '3')
                || (starts(content, 0, 0xFF) && content.length > 1 && (content[1] & 0xE6) == 0xE2)) {
            return "audio/mpeg";
        }
        if (starts(content, 0, 'O', 'g', 'g', 'S')) {
            return "audio/ogg";
        }
        if (starts(content, 0, 0x1A, 0x45, 0xDF, 0xA3)) {
            return "audio/webm";
        }
        if (starts(content, 4, 'f', 't', 'y', 'p') && content.length > 12
                && PHONE_AUDIO.contains(new String(content, 8, 4, StandardCharsets.ISO_8859_1))) {
            return "audio/mp4";
        }
        return null;
    }

    private static @Nullable String office(byte[] content) {
        String found = null;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            int entries = 0;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.contains("vbaproject") || name.contains("activex") || ++entries > 2_000) {
                    return null;
                }
                if (found == null) {
                    found = officeByEntry(name, zip);
                }
                if (budgetSpent(zip)) {
                    return null;
                }
            }
        }
        catch (IOException | IllegalArgumentException broken) {
            return null;
        }
        return found;
    }

    private static boolean budgetSpent(ZipInputStream zip) throws IOException {
        var buffer = new byte[8_192];
        long read = 0;
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
            read += n;
            if (read > 200L * 1024 * 1024) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String officeByEntry(String name, ZipInputStream zip) throws IOException {
        var openXml = "application/vnd.openxmlformats-officedocument.";
        if (name.startsWith("word/")) {
            return openXml + "wordprocessingml.document";
        }
        if (name.startsWith("xl/")) {
            return openXml + "spreadsheetml.sheet";
        }
        if (name.startsWith("ppt/")) {
            return openXml + "presentationml.presentation";
        }
        if (name.equals("mimetype")) {
            var type = new String(zip.readNBytes(100), StandardCharsets.US_ASCII).strip();
            return type.startsWith("application/vnd.oasis.opendocument.") ? type : null;
        }
        return null;
    }

    private static @Nullable String outlook(byte[] content) {
        var mark = "__properties_version1.0".getBytes(StandardCharsets.UTF_16LE);
        for (int i = 512; i < content.length - mark.length; i += 2) {
            if (content[i] == mark[0] && java.util.Arrays.equals(content, i, i + mark.length, mark, 0, mark.length)) {
                return "application/vnd.ms-outlook";
            }
        }
        return null;
    }

    private static @Nullable String text(byte[] content, String name) {
        var head = new String(content, 0, Math.min(content.length, 65_536), StandardCharsets.ISO_8859_1);
        boolean wide = starts(content, 0, 0xFF, 0xFE) || starts(content, 0, 0xFE, 0xFF);
        if (wide) {
            head = head.replace("\0", "");
        }
        if (content.length == 0 || head.chars()
            .anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B)) {
            return null;
        }
        var extension = FileLabel.extension(name);
        if (extension.equals("eml") && MAIL.matcher(head.substring(0, Math.min(8_192, head.length()))).matches()) {
            return "message/rfc822";
        }
        if (LIVE.matcher(head).matches()) {
            return null;
        }
        return extension.equals("csv") ? "text/csv" : "text/plain";
    }

    private static boolean starts(byte[] content, int offset, int... mark) {
        if (content.length < offset + mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((content[offset + i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

}
