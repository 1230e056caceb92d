package io.cesm.web.mailbox;

import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.mail.internet.MimeUtility;
import org.jspecify.annotations.Nullable;

/**
 * Reads text of mails whose charset is missing, unknown or wrong: what it says, else
 * UTF-8, else what most Chinese programs write.
 */
final class MailCharsets {

    private static final Charset CHINESE = Charset.forName("GB18030");

    private static final Pattern DECLARED = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:+-]{1,40})");

    private MailCharsets() {
    }

    static String decode(byte[] bytes, @Nullable String contentType) {
        var declared = declared(contentType);
        for (var charset : declared == null ? List.of(StandardCharsets.UTF_8, CHINESE)
                : List.of(declared, StandardCharsets.UTF_8, CHINESE)) {
            try {
                return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            }
            catch (CharacterCodingException notThisOne) {
                // the next one
            }
        }
        return new String(bytes, declared == null ? StandardCharsets.UTF_8 : declared);
    }

    /** A header in any of the ways programs write them. */
    static String header(String raw) {
        if (raw.chars().anyMatch(c -> c > 127 && c < 256) && raw.chars().allMatch(c -> c < 256)) {
            return decode(raw.getBytes(StandardCharsets.ISO_8859_1), null);
        }
        try {
            return MimeUtility.decodeText(raw);
        }
        catch (UnsupportedEncodingException unknown) {
            return raw;
        }
    }

    private static @Nullable Charset declared(@Nullable String contentType) {
        var found = contentType == null ? null : DECLARED.matcher(contentType);
        if (found == null || !found.find()) {
            return null;
        }
        var name = found.group(1).toLowerCase(Locale.ROOT);
        if (name.startsWith("gb") || name.equals("cp936") || name.equals("x-gbk")) {
            return CHINESE;
        }
        try {
            return Charset.forName(name);
        }
        catch (UnsupportedCharsetException | IllegalCharsetNameException unknown) {
            return null;
        }
    }

}
