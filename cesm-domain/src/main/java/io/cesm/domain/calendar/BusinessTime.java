package io.cesm.domain.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import io.cesm.domain.kernel.Refusal;

/**
 * Counts in the open hours of one calendar. All open stretches of the years it covers
 * stand in one sorted array with the open time before each, so that adding and measuring
 * are two binary searches, however far apart the moments are.
 * <p>
 * Time runs while the clock on the wall shows working hours; where the wall clock jumps,
 * hours that are skipped do not count and hours that come twice count twice.
 */
public final class BusinessTime {

    private static final long MICROS = 1_000_000;

    private final long[] starts;

    private final long[] ends;

    /** Open time before each stretch. */
    private final long[] before;

    private final long first;

    private final long last;

    private BusinessTime(OpenHours open) {
        this.starts = open.starts();
        this.ends = open.ends();
        this.first = open.first();
        this.last = open.last();
        this.before = new long[starts.length];
        for (int i = 1; i < starts.length; i++) {
            before[i] = before[i - 1] + ends[i - 1] - starts[i - 1];
        }
    }

    /** The time of a calendar from the first day of one year to the last of another. */
    public static BusinessTime of(CalendarDefinition calendar, int firstYear, int lastYear) {
        return new BusinessTime(OpenHours.of(calendar, firstYear, lastYear));
    }

    /**
     * The moment at which so much open time has passed. What ends with the day is due at
     * the end of the day, not at the beginning of the next; nothing at all is due when
     * the calendar is open next.
     * @throws Refusal if that lies beyond the years covered
     */
    public Instant add(Instant from, Duration amount) {
        long start = micros(from);
        long much = micros(amount);
        checkCovered(start);
        if (much <= 0) {
            return instant(nextOpen(start));
        }
        long target = Math.addExact(passed(start), much);
        int i = Arrays.binarySearch(before, target);
        int stretch = (i < 0 ? -i - 1 : i) - 1;
        long due = stretch < 0 ? last : starts[stretch] + target - before[stretch];
        if (stretch < 0 || due > ends[stretch]) {
            throw new Refusal("calendar.horizon");
        }
        return instant(due);
    }

    /**
     * The open time between two moments; negative if the second lies before the first.
     */
    public Duration between(Instant from, Instant to) {
        long start = micros(from);
        long end = micros(to);
        checkCovered(start);
        checkCovered(end);
        long open = passed(end) - passed(start);
        return Duration.ofSeconds(Math.floorDiv(open, MICROS), Math.floorMod(open, MICROS) * 1_000);
    }

    /** Whether work is done at a moment. */
    public boolean isOpen(Instant at) {
        long moment = micros(at);
        int i = stretchAt(moment);
        return i >= 0 && moment < ends[i];
    }

    /** The moment itself if it is open, else when work begins next. */
    public Instant nextOpen(Instant at) {
        long moment = micros(at);
        checkCovered(moment);
        return instant(nextOpen(moment));
    }

    private long nextOpen(long moment) {
        int i = stretchAt(moment);
        if (i >= 0 && moment < ends[i]) {
            return moment;
        }
        if (i + 1 >= starts.length) {
            throw new Refusal("calendar.horizon");
        }
        return starts[i + 1];
    }

    /** Open time from the beginning to a moment. */
    private long passed(long moment) {
        int i = stretchAt(moment);
        return i < 0 ? 0 : before[i] + Math.min(moment, ends[i]) - starts[i];
    }

    /** The last stretch that begins at or before a moment. */
    private int stretchAt(long moment) {
        int i = Arrays.binarySearch(starts, moment);
        return i < 0 ? -i - 2 : i;
    }

    private void checkCovered(long moment) {
        if (moment < first || moment > last) {
            throw new Refusal("calendar.horizon");
        }
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * MICROS + at.getNano() / 1_000;
    }

    private static long micros(Duration much) {
        return Math.addExact(Math.multiplyExact(much.getSeconds(), MICROS), much.getNano() / 1_000);
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }

}
