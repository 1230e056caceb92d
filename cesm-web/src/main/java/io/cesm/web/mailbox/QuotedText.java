package io.cesm.web.mailbox;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Tells what somebody wrote from the mails below that their program copied: the first
 * line that begins such a copy, in the ways common programs write it.
 */
final class QuotedText {

    private static final List<Pattern> BEGIN = List.of(
            Pattern.compile("^[-_*=]{2,}\\s*(original message|forwarded message|原始邮件|原邮件|转发的?邮件|原始消息)\\s*[-_*=]*.*$",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile("^(on|am|le) .{6,200}(wrote|schrieb|a écrit)\\s*[:：]$", Pattern.CASE_INSENSITIVE),
            Pattern.compile("^(在|于)?.{4,120}写道\\s*[:：]$"));

    private static final Pattern SENDER = Pattern.compile("^\\**(发件人|寄件者|from|von)\\**\\s*[:：].*$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DATE = Pattern
        .compile("^\\**(发送时间|日期|时间|收件人|sent|date|to|gesendet|datum)\\**\\s*[:：].*$", Pattern.CASE_INSENSITIVE);

    private QuotedText() {
    }

    /** The two parts of a mail. */
    record Split(String words, @Nullable String quoted) {
    }

    static Split split(String text) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        int at = beginning(lines);
        var words = String.join("\n", List.of(lines).subList(0, at)).strip();
        var quoted = String.join("\n", List.of(lines).subList(at, lines.length)).strip();
        if (words.isEmpty()) {
            return new Split(text.strip(), null);
        }
        return new Split(words, quoted.isEmpty() ? null : quoted);
    }

    private static int beginning(String[] lines) {
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i].strip();
            if (line.length() > 400) {
                continue;
            }
            if (BEGIN.stream().anyMatch(it -> it.matcher(line).matches()) || begins(lines, i)
                    || (SENDER.matcher(line).matches() && datesSoon(lines, i))
                    || (line.startsWith(">") && restIsQuoted(lines, i))) {
                return i;
            }
        }
        return lines.length;
    }

    /** "On … wrote:" broken into two lines. */
    private static boolean begins(String[] lines, int i) {
        if (i + 1 >= lines.length || lines[i].length() > 200 || lines[i + 1].length() > 200 || lines[i].isBlank()) {
            return false;
        }
        var both = lines[i].strip() + " " + lines[i + 1].strip();
        return both.startsWith("On ") && BEGIN.get(1).matcher(both).matches();
    }

    private static boolean datesSoon(String[] lines, int from) {
        for (int i = from + 1; i < Math.min(lines.length, from + 5); i++) {
            if (DATE.matcher(lines[i].strip()).matches()) {
                return true;
            }
        }
        return false;
    }

    private static boolean restIsQuoted(String[] lines, int from) {
        for (int i = from; i < lines.length; i++) {
            if (!lines[i].isBlank() && !lines[i].strip().startsWith(">")) {
                return false;
            }
        }
        return true;
    }

}
