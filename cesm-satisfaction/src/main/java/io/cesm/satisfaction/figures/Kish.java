package io.cesm.satisfaction.figures;

import java.util.Arrays;

/** What unequal weights cost (Kish 1965). */
public final class Kish {

    private Kish() {
    }

    /**
     * {@code n·Σw²/(Σw)²}, from 1: by how much weights widen the variance.
     * @param weights from 0, not all 0
     */
    public static double designEffect(double[] weights) {
        return weights.length / effective(weights);
    }

    /** {@code (Σw)²/Σw²}, up to n: how many answers without weights would say as much. */
    public static double effective(double[] weights) {
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("A weight is at least 0, not " + weight);
            }
            sum += weight;
            squares += weight * weight;
        }
        if (sum == 0) {
            throw new IllegalArgumentException("Not all of " + Arrays.toString(weights) + " may be 0");
        }
        return sum * sum / squares;
    }

}
