package io.cesm.domain.level;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The weighted mean of the readings that count, with what stands behind it.
 *
 * @param value 0 to 100 with six decimals
 * @param n answers and observations behind it
 * @param readings how many readings were averaged
 * @param weight the sum of their weights
 */
public record LevelMean(BigDecimal value, long n, long readings, BigDecimal weight) {

    /** {@code Σwv / Σw}, rounded once. */
    static LevelMean of(BigDecimal weighted, BigDecimal weight, long n, long readings) {
        return new LevelMean(weighted.divide(weight, LevelValue.DECIMALS, RoundingMode.HALF_UP), n, readings, weight);
    }

    /** The value as pages show it, with one decimal. */
    public BigDecimal shown() {
        return value.setScale(1, RoundingMode.HALF_UP);
    }

}
