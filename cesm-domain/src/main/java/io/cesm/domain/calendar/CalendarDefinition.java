package io.cesm.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.cesm.domain.kernel.FieldRefusal;
import org.jspecify.annotations.Nullable;

/**
 * What a business calendar says: its time zone, the hours of each weekday, the days that
 * are otherwise, and for which years those were officially announced.
 */
public final class CalendarDefinition {

    private static final int MOST_DAYS = 4_000;

    private final ZoneId zone;

    private final Map<DayOfWeek, WorkingHours> week;

    private final TreeMap<LocalDate, DayRule> days;

    private final TreeMap<Integer, YearNotice> years;

    @JsonCreator
    public CalendarDefinition(ZoneId zone, Map<DayOfWeek, WorkingHours> week, @Nullable List<DayRule> days,
            @Nullable List<YearNotice> years) {
        if (zone == null) {
            throw new FieldRefusal("zone", "calendar.zone");
        }
        if (week == null || week.values().stream().allMatch(WorkingHours::isOff)) {
            throw new FieldRefusal("week", "calendar.never_open");
        }
        this.zone = zone;
        this.week = new EnumMap<>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            this.week.put(day, week.getOrDefault(day, WorkingHours.NONE));
        }
        this.days = byDate(days == null ? List.of() : days);
        this.years = new TreeMap<>();
        (years == null ? List.<YearNotice>of() : years).forEach(it -> this.years.put(it.year(), it));
    }

    private static TreeMap<LocalDate, DayRule> byDate(Collection<DayRule> rules) {
        if (rules.size() > MOST_DAYS) {
            throw new FieldRefusal("days", "calendar.days.many", MOST_DAYS);
        }
        var sorted = new TreeMap<LocalDate, DayRule>();
        rules.forEach(it -> sorted.put(it.date(), it));
        return sorted;
    }

    public ZoneId getZone() {
        return zone;
    }

    public Map<DayOfWeek, WorkingHours> getWeek() {
        return Collections.unmodifiableMap(week);
    }

    public List<DayRule> getDays() {
        return List.copyOf(days.values());
    }

    public List<YearNotice> getYears() {
        return List.copyOf(years.values());
    }

    /** The rule of a day, null for a day like its weekday. */
    public @Nullable DayRule ruleOn(LocalDate day) {
        return days.get(day);
    }

    /** The hours worked on a day. */
    public WorkingHours hoursOn(LocalDate day) {
        var rule = days.get(day);
        if (rule == null) {
            return week.getOrDefault(day.getDayOfWeek(), WorkingHours.NONE);
        }
        if (rule.kind() == DayKind.HOLIDAY) {
            return WorkingHours.NONE;
        }
        return rule.hours() == null ? ordinary() : rule.hours();
    }

    /** The days of a year that are otherwise. */
    public List<DayRule> daysOf(int year) {
        return List.copyOf(days.subMap(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)).values());
    }

    public @Nullable YearNotice notice(int year) {
        return years.get(year);
    }

    /** The same with other hours and zone. */
    public CalendarDefinition open(ZoneId otherZone, Map<DayOfWeek, WorkingHours> otherWeek) {
        return new CalendarDefinition(otherZone, otherWeek, getDays(), getYears());
    }

    /** The same with these days added; a day that has a rule already gets the new one. */
    public CalendarDefinition with(Collection<DayRule> more) {
        var all = new HashMap<>(days);
        more.forEach(it -> all.put(it.date(), it));
        return new CalendarDefinition(zone, week,
                all.values().stream().sorted(Comparator.comparing(DayRule::date)).toList(), getYears());
    }

    /** The same with the days of a stretch like their weekdays again. */
    public CalendarDefinition without(LocalDate from, LocalDate to) {
        return new CalendarDefinition(zone, week,
                days.values().stream().filter(it -> it.date().isBefore(from) || it.date().isAfter(to)).toList(),
                getYears());
    }

    public CalendarDefinition with(YearNotice notice) {
        var all = new TreeMap<>(years);
        all.put(notice.year(), notice);
        return new CalendarDefinition(zone, week, getDays(), List.copyOf(all.values()));
    }

    /** The hours of the first weekday on which work is done. */
    private WorkingHours ordinary() {
        return week.values().stream().filter(it -> !it.isOff()).findFirst().orElse(WorkingHours.NONE);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CalendarDefinition that && zone.equals(that.zone) && week.equals(that.week)
                && days.equals(that.days) && years.equals(that.years);
    }

    @Override
    public int hashCode() {
        return zone.hashCode() * 31 + days.hashCode();
    }

}
