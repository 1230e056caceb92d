package io.cesm.web.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.cesm.domain.calendar.CalendarDefinition;
import io.cesm.domain.calendar.DayKind;
import io.cesm.domain.calendar.DayRule;
import org.jspecify.annotations.Nullable;

/**
 * A year of a calendar as it is drawn: twelve months of whole weeks, and the days that
 * are otherwise gathered into stretches.
 */
record YearView(int year, long workingDays, List<MonthView> months, List<Stretch> stretches) {

    private static final int DAYS_OF_A_WEEK = 7;

    /** A month, its working days, and its weeks with null for days of others. */
    record MonthView(YearMonth month, long workingDays, List<List<@Nullable DayView>> weeks) {
    }

    /**
     * A day.
     *
     * @param look off, work, holiday, makeup or special
     */
    record DayView(LocalDate date, String look, @Nullable String name, String hours) {
    }

    /** Days in a row with the same rule. */
    record Stretch(LocalDate from, LocalDate to, DayKind kind, String name, @Nullable String hours) {

        public long days() {
            return to.toEpochDay() - from.toEpochDay() + 1;
        }

    }

    static YearView of(CalendarDefinition calendar, int year, Locale language) {
        var zh = language.getLanguage().equals("zh");
        List<MonthView> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            months.add(month(calendar, YearMonth.of(year, month), zh));
        }
        return new YearView(year, months.stream().mapToLong(MonthView::workingDays).sum(), months,
                stretches(calendar.daysOf(year), zh));
    }

    private static MonthView month(CalendarDefinition calendar, YearMonth month, boolean zh) {
        List<List<@Nullable DayView>> weeks = new ArrayList<>();
        var first = month.atDay(1);
        var at = first.minusDays(first.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue());
        long working = 0;
        while (!at.isAfter(month.atEndOfMonth())) {
            List<@Nullable DayView> week = new ArrayList<>();
            for (int i = 0; i < DAYS_OF_A_WEEK; i++, at = at.plusDays(1)) {
                var inside = YearMonth.from(at).equals(month);
                week.add(inside ? day(calendar, at, zh) : null);
                working += inside && !calendar.hoursOn(at).isOff() ? 1 : 0;
            }
            weeks.add(week);
        }
        return new MonthView(month, working, weeks);
    }

    private static DayView day(CalendarDefinition calendar, LocalDate date, boolean zh) {
        var rule = calendar.ruleOn(date);
        var hours = calendar.hoursOn(date);
        if (rule == null) {
            return new DayView(date, hours.isOff() ? "off" : "work", null, hours.toString());
        }
        var look = switch (rule.kind()) {
            case HOLIDAY -> "holiday";
            case WORKDAY -> "makeup";
            case SPECIAL -> "special";
        };
        return new DayView(date, look, zh ? rule.name() : rule.nameEn(), hours.toString());
    }

    private static List<Stretch> stretches(List<DayRule> days, boolean zh) {
        List<Stretch> stretches = new ArrayList<>();
        for (var each : days) {
            var name = zh ? each.name() : each.nameEn();
            var hours = each.hours() == null ? null : each.hours().toString();
            var open = stretches.isEmpty() ? null : stretches.getLast();
            if (open != null && open.to().plusDays(1).equals(each.date()) && open.kind() == each.kind()
                    && open.name().equals(name) && Objects.equals(open.hours(), hours)) {
                stretches.set(stretches.size() - 1, new Stretch(open.from(), each.date(), open.kind(), name, hours));
            }
            else {
                stretches.add(new Stretch(each.date(), each.date(), each.kind(), name, hours));
            }
        }
        return stretches;
    }

}
