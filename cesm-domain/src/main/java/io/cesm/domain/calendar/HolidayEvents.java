package io.cesm.domain.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The events in the text of an iCalendar file (RFC 5545): lines that begin with a space
 * go on with the one before, a line is a name, parameters and a value.
 */
final class HolidayEvents {

    private static final Pattern WORKDAY = Pattern.compile("班|(?i)work(ing)? ?day|make-?up");

    private static final Pattern HOLIDAY = Pattern.compile("休|假|(?i)day off|holiday");

    private HolidayEvents() {
    }

    /** One event, with its values as they stand in the file. */
    record Event(@Nullable String start, @Nullable String end, @Nullable String summary, @Nullable String rule,
            @Nullable String special, @Nullable String status) {

        /** What it is marked as, null if it is not. */
        @Nullable DayKind kind() {
            if ("ALTERNATE-WORKDAY".equals(special)) {
                return DayKind.WORKDAY;
            }
            if ("WORK-HOLIDAY".equals(special)) {
                return DayKind.HOLIDAY;
            }
            var text = summary == null ? "" : summary;
            return WORKDAY.matcher(text).find() ? DayKind.WORKDAY
                    : HOLIDAY.matcher(text).find() ? DayKind.HOLIDAY : null;
        }

        boolean isCancelled() {
            return "CANCELLED".equals(status);
        }

    }

    /** The events of a file; null if it is none, or cut short. */
    static @Nullable List<Event> of(String text) {
        List<Event> events = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        var begun = false;
        var ended = false;
        var inside = false;
        for (var line : text.replace("\r\n", "\n").replaceAll("\n[ \t]", "").split("\n")) {
            switch (line.strip().toUpperCase(Locale.ROOT)) {
                case "BEGIN:VCALENDAR" -> begun = true;
                case "END:VCALENDAR" -> ended = begun && !inside;
                case "BEGIN:VEVENT" -> {
                    inside = true;
                    values.clear();
                }
                case "END:VEVENT" -> {
                    events.add(event(values));
                    inside = false;
                }
                default -> {
                    if (inside) {
                        take(line, values);
                    }
                }
            }
        }
        return ended ? events : null;
    }

    private static Event event(Map<String, String> values) {
        return new Event(values.get("DTSTART"), values.get("DTEND"), values.get("SUMMARY"), values.get("RRULE"),
                values.get("X-APPLE-SPECIAL-DAY"), values.get("STATUS"));
    }

    /** The value begins after the first colon that stands outside quotes. */
    private static void take(String line, Map<String, String> values) {
        var quoted = false;
        var nameEnd = -1;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (nameEnd < 0 && (c == ';' || c == ':')) {
                nameEnd = i;
            }
            if (c == ':' && !quoted) {
                values.putIfAbsent(line.substring(0, nameEnd).toUpperCase(Locale.ROOT), line.substring(i + 1));
                return;
            }
        }
    }

}
