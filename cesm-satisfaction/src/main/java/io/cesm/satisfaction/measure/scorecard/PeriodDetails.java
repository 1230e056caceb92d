package io.cesm.satisfaction.measure.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One period of a scorecard.
 *
 * @param totalMark the customer's own total, if it gives one
 * @param totalLevel the total on 0–100: the customer's own, else the weighted mean
 * @param firstMark the total before a dispute changed it
 */
public record PeriodDetails(PeriodId id, String label, LocalDate startsOn, LocalDate endsOn, LocalDate dueOn,
        PeriodState state, @Nullable LocalDate receivedOn, @Nullable String totalMark, @Nullable BigDecimal totalLevel,
        @Nullable String firstMark, @Nullable BigDecimal firstLevel, @Nullable String note,
        @Nullable String disputeReason, @Nullable LocalDate disputedOn, @Nullable Outcome outcome,
        @Nullable String outcomeNote, @Nullable LocalDate settledOn, List<Mark> marks, long version) {

    public Optional<Mark> mark(UUID criterion) {
        return marks.stream().filter(it -> it.criterion().equals(criterion)).findFirst();
    }

    /** Whether it should be here by now. */
    public boolean isLate(LocalDate today) {
        return state == PeriodState.DUE && dueOn.isBefore(today);
    }

}
