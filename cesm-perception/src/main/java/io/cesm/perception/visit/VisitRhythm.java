package io.cesm.perception.visit;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Where a customer stands in the rhythm of visits its tier promises.
 *
 * @param everyDays the rhythm; null where none is promised: no tier, no customer of ours
 * @param dueOn when the next one is due; a customer never visited is counted from the day
 * they were entered
 */
public record VisitRhythm(@Nullable Integer everyDays, @Nullable LocalDate lastOn, @Nullable LocalDate dueOn) {

    public boolean isOverdue(LocalDate today) {
        return dueOn != null && dueOn.isBefore(today);
    }

}
