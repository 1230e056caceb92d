package io.cesm.domain.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Reads days off and working weekends from an iCalendar file, as authorities and calendar
 * programs publish them.
 */
public final class HolidayFile {

    private static final int LARGEST = 1_000_000;

    private static final int MOST_DAYS = 2_000;

    private static final int LONGEST_EVENT = 60;

    private static final int YEARS_OF_YEARLY = 10;

    private final boolean markedOnly;

    private final List<DayRule> days = new ArrayList<>();

    private HolidayFile(boolean markedOnly) {
        this.markedOnly = markedOnly;
    }

    /**
     * The days a file tells of, in its order.
     * @param markedOnly leaves out what is neither marked as a day off nor as a working
     * day, such as days of remembrance
     * @throws FieldRefusal that says what is wrong with the file
     */
    public static List<DayRule> read(String text, boolean markedOnly) {
        if (text.length() > LARGEST) {
            throw new FieldRefusal("file", "calendar.file.large", LARGEST);
        }
        var events = HolidayEvents.of(text);
        if (events == null) {
            throw new FieldRefusal("file", "calendar.file.unreadable");
        }
        var file = new HolidayFile(markedOnly);
        events.forEach(file::take);
        if (file.days.isEmpty()) {
            throw new FieldRefusal("file", "calendar.file.empty");
        }
        return List.copyOf(file.days);
    }

    private void take(HolidayEvents.Event event) {
        var kind = event.kind();
        if (event.isCancelled() || (kind == null && markedOnly)) {
            return;
        }
        var name = name(event.summary());
        var first = day(event.start(), name);
        var end = event.end() == null ? null : day(event.end(), name);
        var last = end == null || !end.isAfter(first) ? first : end.minusDays(1);
        if (first.plusDays(LONGEST_EVENT).isBefore(last)) {
            throw new FieldRefusal("file", "calendar.file.long", name, LONGEST_EVENT);
        }
        for (int year = 0; year < years(event.rule(), name); year++) {
            for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
                add(day.plusYears(year), kind == null ? DayKind.HOLIDAY : kind, name);
            }
        }
    }

    private void add(LocalDate day, DayKind kind, String name) {
        if (days.size() >= MOST_DAYS) {
            throw new FieldRefusal("file", "calendar.file.many", MOST_DAYS);
        }
        days.add(new DayRule(day, kind, null, name, name));
    }

    private static String name(@Nullable String summary) {
        var clean = summary == null ? "" : Texts.clean(summary.replaceAll("\\\\[nN]", " ").replaceAll("\\\\(.)", "$1"));
        return clean.isEmpty() ? "–" : clean.length() > 60 ? clean.substring(0, 60) : clean;
    }

    private static LocalDate day(@Nullable String value, String name) {
        try {
            var text = value == null ? "" : value.strip();
            return LocalDate.of(Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 4, 6, 10),
                    Integer.parseInt(text, 6, 8, 10));
        }
        catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException wrong) {
            throw new FieldRefusal("file", "calendar.file.date", name);
        }
    }

    /** How many years an event stands for; feasts that move are listed one by one. */
    private static int years(@Nullable String rule, String name) {
        if (rule == null) {
            return 1;
        }
        if (!rule.contains("FREQ=YEARLY") || rule.matches(".*(INTERVAL|COUNT|UNTIL|BY[A-Z]*DAY=-|BYDAY|BYSETPOS).*")) {
            throw new FieldRefusal("file", "calendar.file.rule", name);
        }
        return YEARS_OF_YEARLY;
    }

}
