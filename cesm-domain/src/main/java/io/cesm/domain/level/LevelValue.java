package io.cesm.domain.level;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The one form in which a level is kept: 0 to 100 with six decimals, rounded half up.
 * Means, scales and anchors all end here, so that differences of levels are exact.
 */
public final class LevelValue {

    /** How many decimals a level has. */
    public static final int DECIMALS = 6;

    static final BigDecimal LOWEST = BigDecimal.ZERO.setScale(DECIMALS);

    static final BigDecimal HIGHEST = BigDecimal.valueOf(100).setScale(DECIMALS);

    private LevelValue() {
    }

    /** Checks the range and gives the value its six decimals. */
    public static BigDecimal of(BigDecimal value) {
        if (value.compareTo(LOWEST) < 0 || value.compareTo(HIGHEST) > 0) {
            throw new IllegalArgumentException("A level lies between 0 and 100, not " + value.toPlainString());
        }
        return value.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return part.multiply(BigDecimal.valueOf(100)).divide(whole, DECIMALS, RoundingMode.HALF_UP);
    }

}
