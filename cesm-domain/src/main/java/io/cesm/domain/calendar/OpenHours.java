package io.cesm.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The open stretches of a calendar in order, in microseconds since 1970; those that touch
 * are one.
 */
record OpenHours(long[] starts, long[] ends, long first, long last) {

    private static final long MICROS = 1_000_000;

    private static final long DAY = 86_400;

    /** Where the wall clock can be at most away from UTC, in seconds. */
    private static final long FARTHEST = 18 * 3_600L;

    static OpenHours of(CalendarDefinition calendar, int firstYear, int lastYear) {
        List<long[]> found = new ArrayList<>();
        var end = LocalDate.of(lastYear + 1, 1, 1);
        for (var day = LocalDate.of(firstYear, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
            addDay(calendar, day, found);
        }
        found.sort(Comparator.comparingLong(it -> it[0]));
        var merged = merge(found);
        return new OpenHours(column(merged, 0), column(merged, 1), edge(firstYear, calendar.getZone()),
                edge(lastYear + 1, calendar.getZone()));
    }

    private static long edge(int year, ZoneId zone) {
        return LocalDate.of(year, 1, 1).atStartOfDay(zone).toEpochSecond() * MICROS;
    }

    private static void addDay(CalendarDefinition calendar, LocalDate day, List<long[]> found) {
        var rules = calendar.getZone().getRules();
        long midnight = day.toEpochDay() * DAY;
        for (var block : calendar.hoursOn(day).blocks()) {
            addWallTime(rules, midnight + block.from() * 60L, midnight + block.to() * 60L, found);
        }
    }

    /**
     * Adds the moments at which the wall clock shows a stretch of local time: for each
     * offset in force around it, that part of the stretch in which it is.
     */
    private static void addWallTime(ZoneRules rules, long from, long to, List<long[]> found) {
        long lookFrom = from - FARTHEST;
        long lookTo = to + FARTHEST;
        long since = lookFrom;
        while (since < lookTo) {
            var at = Instant.ofEpochSecond(since);
            ZoneOffset offset = rules.getOffset(at);
            var change = rules.nextTransition(at);
            long until = change == null ? lookTo : Math.min(lookTo, change.toEpochSecond());
            long start = Math.max(since, from - offset.getTotalSeconds());
            long end = Math.min(until, to - offset.getTotalSeconds());
            if (start < end) {
                found.add(new long[] { start * MICROS, end * MICROS });
            }
            since = until;
        }
    }

    private static List<long[]> merge(List<long[]> sorted) {
        List<long[]> merged = new ArrayList<>();
        for (var each : sorted) {
            var open = merged.isEmpty() ? null : merged.getLast();
            if (open != null && each[0] <= open[1]) {
                open[1] = Math.max(open[1], each[1]);
            }
            else {
                merged.add(each);
            }
        }
        return merged;
    }

    private static long[] column(List<long[]> rows, int i) {
        return rows.stream().mapToLong(it -> it[i]).toArray();
    }

}
