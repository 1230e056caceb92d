package io.cesm.domain.level;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.FieldRefusal;

/**
 * A value as it was given and how it becomes a level: measured between two anchors
 * (clipped beyond them), answered on a scale (nothing beyond it), or a level already.
 *
 * @param basis which of the three
 * @param value the value as given
 * @param unit what it is counted in
 * @param nothing the value that is worth 0
 * @param hundred the value that is worth 100
 */
public record Given(Basis basis, BigDecimal value, @Nullable String unit, BigDecimal nothing, BigDecimal hundred) {

    private static final int UNIT_LENGTH = 20;

    private static final BigDecimal LARGEST = new BigDecimal("999999999999");

    /** How a given value becomes a level. */
    public enum Basis {

        MEASURED, ANSWERED, LEVEL

    }

    public Given {
        bounded("measured", value);
        bounded("unacceptable", nothing);
        bounded("ideal", hundred);
        if (nothing.compareTo(hundred) == 0) {
            throw new FieldRefusal("ideal", "level.anchors_equal");
        }
        if (unit != null && unit.length() > UNIT_LENGTH) {
            throw new FieldRefusal("unit", "text.too_long", UNIT_LENGTH, unit.length());
        }
        if (basis != Basis.MEASURED && outside(value, nothing, hundred)) {
            throw new FieldRefusal("measured", "level.off_scale", value, nothing.min(hundred), nothing.max(hundred));
        }
    }

    /** Something measured, with the value nobody would accept and the ideal one. */
    public static Given measured(BigDecimal value, @Nullable String unit, BigDecimal unacceptable, BigDecimal ideal) {
        return new Given(Basis.MEASURED, value, unit, unacceptable, ideal);
    }

    /** An answer on a scale. */
    public static Given answered(BigDecimal value, Scale scale) {
        return scale.reversed() ? new Given(Basis.ANSWERED, value, null, scale.max(), scale.min())
                : new Given(Basis.ANSWERED, value, null, scale.min(), scale.max());
    }

    /** A level between 0 and 100. */
    public static Given level(BigDecimal value) {
        return new Given(Basis.LEVEL, value, null, BigDecimal.ZERO, BigDecimal.valueOf(100));
    }

    /** What it is worth on 0–100. */
    public BigDecimal worth() {
        return new TwoAnchors(nothing, hundred).level(value);
    }

    private static boolean outside(BigDecimal value, BigDecimal one, BigDecimal other) {
        return value.compareTo(one.min(other)) < 0 || value.compareTo(one.max(other)) > 0;
    }

    private static void bounded(String field, BigDecimal value) {
        if (value.abs().compareTo(LARGEST) > 0 || value.stripTrailingZeros().scale() > LevelValue.DECIMALS) {
            throw new FieldRefusal(field, "level.number_too_long");
        }
    }

}
