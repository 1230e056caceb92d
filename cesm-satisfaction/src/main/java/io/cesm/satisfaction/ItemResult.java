package io.cesm.satisfaction;

import java.math.BigDecimal;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.level.Scale;

/**
 * What the respondents said to one item, on its own scale and on 0–100. Of an item that
 * asks for both levels only the respondents count who answered both.
 *
 * @param n how many answers (or pairs of answers) count
 * @param left how many answered only one of the two and do not count
 */
public record ItemResult(UUID id, int position, String item, String dimension, @Nullable Scale expectedScale,
        @Nullable Scale perceivedScale, int n, int left, BigDecimal expectedSum, BigDecimal perceivedSum) {

    /** E on 0–100; null if it was not asked for or nobody answered. */
    public @Nullable BigDecimal expected() {
        return (expectedScale != null && n > 0) ? expectedScale.levelOfMean(expectedSum, n) : null;
    }

    /** P on 0–100; null if it was not asked for or nobody answered. */
    public @Nullable BigDecimal perceived() {
        return (perceivedScale != null && n > 0) ? perceivedScale.levelOfMean(perceivedSum, n) : null;
    }

    /** P − E on 0–100; null if one of them is missing. */
    public @Nullable BigDecimal gap() {
        var expected = expected();
        var perceived = perceived();
        return (expected == null || perceived == null) ? null : perceived.subtract(expected);
    }

}
