package io.cesm.satisfaction.measure.scorecard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A scorecard in a list.
 *
 * @param last start of the last period that is known
 * @param level its total on 0–100
 * @param mark its total as the customer gave it
 * @param before the total of the period known before
 * @param dueOn when the next one is due, or was
 * @param disputed how many periods are in dispute
 * @param missed how many periods did not come
 */
public record ScorecardRow(ScorecardId id, String number, String title, UUID customer, String customerName,
        @Nullable String customerNameEn, Cadence cadence, @Nullable LocalDate last, @Nullable BigDecimal level,
        @Nullable String mark, @Nullable BigDecimal before, @Nullable LocalDate dueOn, int disputed, int missed,
        @Nullable String owner, Instant changedAt) {

    public @Nullable String lastLabel() {
        return last == null ? null : cadence.label(last);
    }

    /** What changed since the period before. */
    public @Nullable BigDecimal change() {
        return level == null || before == null ? null : level.subtract(before);
    }

}
