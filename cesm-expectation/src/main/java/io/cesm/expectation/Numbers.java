package io.cesm.expectation;

import java.math.BigDecimal;
import java.math.RoundingMode;

import io.cesm.domain.kernel.FieldRefusal;
import org.jspecify.annotations.Nullable;

/** Judges the numbers people give. */
final class Numbers {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final BigDecimal LARGEST = new BigDecimal("999999999999");

    private Numbers() {
    }

    static @Nullable BigDecimal level(@Nullable BigDecimal level, String field) {
        if (level == null) {
            return null;
        }
        if (level.signum() < 0 || level.compareTo(HUNDRED) > 0) {
            throw new FieldRefusal(field, "level.range");
        }
        return level.setScale(6, RoundingMode.HALF_UP);
    }

    static BigDecimal requiredLevel(@Nullable BigDecimal level, String field, String code) {
        var judged = level(level, field);
        if (judged == null) {
            throw new FieldRefusal(field, code);
        }
        return judged;
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    static @Nullable BigDecimal measured(@Nullable BigDecimal value, String field) {
        if (value == null) {
            return null;
        }
        if (value.abs().compareTo(LARGEST) > 0) {
            throw new FieldRefusal(field, "number.too_large");
        }
        return value.setScale(4, RoundingMode.HALF_UP);
    }

}
