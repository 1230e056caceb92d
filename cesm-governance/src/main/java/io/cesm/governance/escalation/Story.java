package io.cesm.governance.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.cesm.domain.calendar.BusinessTime;
import io.cesm.domain.complaint.ClockKind;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;

/**
 * What triggers look at: one complaint as it is now, or as it went.
 *
 * @param takenAt when somebody first had it
 * @param firstAnswer open time there is for the first answer
 * @param earlier complaints of the customer about the same before
 * @param value what the customer is worth a year
 * @param time the working time of its clocks
 * @param days working days of the company
 */
record Story(Instant receivedAt, @Nullable Instant takenAt, @Nullable Duration firstAnswer, List<Run> runs,
        List<Stretch> silences, @Nullable Instant deciderAt, @Nullable Instant publicAt, int earlier, long value,
        List<Instant> refusals, List<Instant> handOffs, BusinessTime time, BusinessTime days) {

    /** From one moment to another, or still going on. */
    record Stretch(Instant from, @Nullable Instant until) {

        boolean covers(Instant at) {
            return !at.isBefore(from) && (until == null || at.isBefore(until));
        }

    }

    /**
     * One run of a clock.
     *
     * @param used open time used before the stretches begin
     * @param stretches when it ran, in order
     */
    record Run(ClockKind kind, Instant began, Duration target, Duration used, List<Stretch> stretches) {

        /** When so much of it was or will be used; null if it stopped before. */
        @Nullable Instant after(Duration amount, BusinessTime time) {
            var left = amount.minus(used);
            for (var each : stretches) {
                if (!left.isPositive()) {
                    return each.from();
                }
                var until = each.until();
                if (until == null) {
                    return time.add(each.from(), left);
                }
                var open = time.between(each.from(), until);
                if (left.compareTo(open) <= 0) {
                    var at = time.add(each.from(), left);
                    if (at.isBefore(until)) {
                        return at;
                    }
                }
                left = left.minus(open);
            }
            return null;
        }

    }

    /** The same time of day so many working days later, when work is done. */
    Instant workingDays(Instant from, int count) {
        var at = from;
        for (int left = count; left > 0;) {
            at = at.plus(Duration.ofDays(1));
            var begin = CompanyTime.startOf(CompanyTime.dayOf(at));
            left -= days.between(begin, begin.plus(Duration.ofDays(1))).isPositive() ? 1 : 0;
        }
        return days.nextOpen(at);
    }

}
