package io.cesm.domain.level;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The four levels in one dimension.
 *
 * @param dimension code of the dimension
 * @param levels its levels
 */
public record DimensionLevels(String dimension, FourLevels levels) {

    /**
     * What the dimension counts among the others: the mean weight (importance × role
     * weight) of its expected readings, without such of all its readings. A dimension
     * does not gain weight by being read more often.
     */
    BigDecimal importance() {
        var expected = levels.of(Level.E);
        if (expected != null) {
            return each(expected.weight(), expected.readings());
        }
        var weight = BigDecimal.ZERO;
        var readings = 0L;
        for (var mean : levels.known().values()) {
            weight = weight.add(mean.weight());
            readings += mean.readings();
        }
        return each(weight, readings);
    }

    private static BigDecimal each(BigDecimal weight, long readings) {
        return weight.divide(BigDecimal.valueOf(readings), 10, RoundingMode.HALF_UP);
    }

}
