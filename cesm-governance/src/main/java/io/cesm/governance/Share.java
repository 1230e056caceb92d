package io.cesm.governance;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/**
 * A part of a whole with its 95 % interval by Wilson; of nothing there is no share.
 *
 * @param part how many
 * @param n of how many
 */
public record Share(long part, long n) {

    private static final double Z = 1.959963984540054;

    public Share {
        if (part < 0 || part > n) {
            throw new IllegalArgumentException(part + " is no part of " + n);
        }
    }

    /** In percent with one decimal, null if there is nothing to take a share of. */
    public @Nullable BigDecimal percent() {
        return (n == 0) ? null : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(n), 1, RoundingMode.HALF_UP);
    }

    /** The lower end of the interval in percent. */
    public double low() {
        return Math.max(0, centre() - half());
    }

    /** The upper end of the interval in percent. */
    public double high() {
        return Math.min(100, centre() + half());
    }

    private double centre() {
        return (n == 0) ? Double.NaN : 100 * (part + Z * Z / 2) / (n + Z * Z);
    }

    private double half() {
        var p = (double) part / n;
        return (n == 0) ? Double.NaN : 100 * Z / (n + Z * Z) * Math.sqrt(n * p * (1 - p) + Z * Z / 4);
    }

    Share plus(Share other) {
        return new Share(part + other.part, n + other.n);
    }

}
