package io.cesm.satisfaction.analysis;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Number, Σw and Σw² of many cells, exactly. Weights are whole millionths; their squares
 * go over two longs. As long as all weigh the same, only the numbers are kept.
 */
final class Sums {

    static final long ONE = 1_000_000;

    private long[] n = new long[16];

    private long @Nullable [] w;

    private long[] low = new long[0];

    private long[] high = new long[0];

    int length() {
        return n.length;
    }

    long n(int cell) {
        return (cell < n.length) ? n[cell] : 0;
    }

    BigDecimal w(int cell) {
        return (w == null) ? BigDecimal.valueOf(n[cell]) : BigDecimal.valueOf(w[cell], 6).stripTrailingZeros();
    }

    BigDecimal squares(int cell) {
        if (w == null) {
            return BigDecimal.valueOf(n[cell]);
        }
        var sum = BigInteger.valueOf(high[cell]).shiftLeft(64).add(new BigInteger(Long.toUnsignedString(low[cell])));
        return new BigDecimal(sum, 12).stripTrailingZeros();
    }

    void add(int cell, long weight) {
        if (cell >= n.length) {
            grow(Math.max(cell + 1, n.length * 2));
        }
        if (w == null && weight != ONE) {
            weigh();
        }
        n[cell]++;
        if (w != null) {
            w[cell] += weight;
            square(cell, Math.multiplyHigh(weight, weight), weight * weight);
        }
    }

    private void square(int cell, long above, long below) {
        long sum = low[cell] + below;
        high[cell] += above + ((Long.compareUnsigned(sum, below) < 0) ? 1 : 0);
        low[cell] = sum;
    }

    /** From now on weights differ. */
    private void weigh() {
        var weights = new long[n.length];
        low = new long[n.length];
        high = new long[n.length];
        w = weights;
        for (int cell = 0; cell < n.length; cell++) {
            long before = n[cell];
            weights[cell] = before * ONE;
            square(cell, Math.multiplyHigh(before, ONE * ONE), before * ONE * ONE);
        }
    }

    private void grow(int size) {
        n = Arrays.copyOf(n, size);
        if (w != null) {
            w = Arrays.copyOf(w, size);
            low = Arrays.copyOf(low, size);
            high = Arrays.copyOf(high, size);
        }
    }

}
