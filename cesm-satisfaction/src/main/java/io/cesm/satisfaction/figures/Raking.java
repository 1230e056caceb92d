package io.cesm.satisfaction.figures;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.kernel.Refusal;

/**
 * Weights that make the respondents look like everybody in several respects at once:
 * iterative proportional fitting (Deming and Stephan 1940). No weight leaves the caps,
 * which are in units of the mean weight; where they bind, the margins are missed by a
 * little, and the result says by how much.
 */
public final class Raking {

    private static final int ROUNDS = 2000;

    private static final double STILL = 1e-13;

    private Raking() {
    }

    /**
     * @param low the smallest weight, as a rule 0.3; 0 for none
     * @param high the largest weight, as a rule 3
     */
    public record Caps(double low, double high) {

        public static final Caps USUAL = new Caps(0.3, 3);

        public static final Caps NONE = new Caps(0, Double.POSITIVE_INFINITY);

        /**
         * @throws Refusal {@code figures.caps} if they do not lie on both sides of 1
         */
        public Caps {
            if (!(low >= 0 && low <= 1 && high >= 1)) {
                throw new Refusal("figures.caps", low, high);
            }
        }

    }

    /**
     * @param margins at least one, all of the same respondents
     * @param start weights the respondents already have, from 0; null for none
     */
    public static Weights rake(List<Margin> margins, double @Nullable [] start, Caps caps) {
        if (margins.isEmpty() || margins.getFirst().rows() == 0) {
            throw new IllegalArgumentException("Without margins and respondents there is nothing to weigh");
        }
        int n = margins.getFirst().rows();
        if (margins.stream().anyMatch(margin -> margin.rows() != n) || (start != null && start.length != n)) {
            throw new IllegalArgumentException("All margins are of the same respondents");
        }
        var weights = new double[n];
        Arrays.fill(weights, 1);
        weights = (start == null) ? weights : start.clone();
        toMeanOne(weights);
        boolean still = false;
        int round = 0;
        while (!still && round++ < ROUNDS) {
            var before = weights.clone();
            for (var margin : margins) {
                margin.adjust(weights);
            }
            toMeanOne(weights);
            cap(weights, caps);
            still = moved(before, weights) < STILL;
        }
        var found = weights;
        double worst = margins.stream().mapToDouble(margin -> margin.worst(found)).max().orElse(0);
        long capped = Arrays.stream(found).filter(weight -> weight <= caps.low() || weight >= caps.high()).count();
        return new Weights(found, Math.min(round, ROUNDS), worst, capped);
    }

    /**
     * A table with given totals of rows and columns.
     * @param totals of rows and of columns add up to the same
     */
    public static double[][] fit(double[][] table, double[] rowTotals, double[] columnTotals) {
        var fitted = Arrays.stream(table).map(double[]::clone).toArray(double[][]::new);
        double moved = 1;
        for (int round = 0; moved > STILL && round < ROUNDS; round++) {
            moved = 0;
            for (int i = 0; i < fitted.length; i++) {
                double sum = Arrays.stream(fitted[i]).sum();
                moved = Math.max(moved, scaleRow(fitted[i], rowTotals[i], sum));
            }
            for (int j = 0; j < columnTotals.length; j++) {
                double sum = 0;
                for (var row : fitted) {
                    sum += row[j];
                }
                for (var row : fitted) {
                    row[j] *= (sum > 0) ? columnTotals[j] / sum : 1;
                }
            }
        }
        return fitted;
    }

    private static double scaleRow(double[] row, double total, double sum) {
        if (!(sum > 0)) {
            return 0;
        }
        for (int j = 0; j < row.length; j++) {
            row[j] *= total / sum;
        }
        return Math.abs(total / sum - 1);
    }

    private static void toMeanOne(double[] weights) {
        double mean = Arrays.stream(weights).average().orElse(0);
        if (!(mean > 0)) {
            throw new IllegalArgumentException("Weights are at least 0, and not all 0");
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= mean;
        }
    }

    private static void cap(double[] weights, Caps caps) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.clamp(weights[i], caps.low(), caps.high());
        }
    }

    private static double moved(double[] before, double[] after) {
        double moved = 0;
        for (int i = 0; i < before.length; i++) {
            moved = Math.max(moved, Math.abs(before[i] - after[i]));
        }
        return moved;
    }

}
