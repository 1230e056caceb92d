package io.cesm.web.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes a calendar as RFC 5545 has it: CRLF, lines folded after 75 octets and never
 * inside a character, texts escaped.
 */
final class CalendarText {

    private static final int OCTETS = 75;

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
        .withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder(4096);

    private final String now;

    private CalendarText(Instant now) {
        this.now = MOMENT.format(now);
    }

    /** The head of a calendar; programs are asked to look again every hour. */
    static CalendarText named(String name, Instant now) {
        var it = new CalendarText(now);
        it.line("BEGIN:VCALENDAR");
        it.line("VERSION:2.0");
        it.line("PRODID:-//CESM//Due dates//EN");
        it.line("CALSCALE:GREGORIAN");
        it.line("METHOD:PUBLISH");
        it.line("NAME:" + escaped(name));
        it.line("X-WR-CALNAME:" + escaped(name));
        it.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        it.line("X-PUBLISHED-TTL:PT1H");
        return it;
    }

    /** A whole day that blocks no time. */
    CalendarText day(String uid, LocalDate day, String title, String words, String link) {
        line("BEGIN:VEVENT");
        line("UID:" + escaped(uid));
        line("DTSTAMP:" + now);
        line("DTSTART;VALUE=DATE:" + DAY.format(day));
        line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
        line("SUMMARY:" + escaped(title));
        line("DESCRIPTION:" + escaped(words + "\n" + link));
        line("URL:" + link);
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
        return this;
    }

    String end() {
        line("END:VCALENDAR");
        return out.toString();
    }

    private static String escaped(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\', ';', ',' -> safe.append('\\').appendCodePoint(c);
                case '\n' -> safe.append("\\n");
                default -> {
                    if (!Character.isISOControl(c)) {
                        safe.appendCodePoint(c);
                    }
                }
            }
        });
        return safe.toString();
    }

    private void line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length();) {
            int c = line.codePointAt(i);
            var character = Character.toString(c);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(character);
            octets += size;
            i += Character.charCount(c);
        }
        out.append("\r\n");
    }

}
