package io.cesm.satisfaction.figures;

/**
 * How much of R² each driver explains on average over all orders in which the drivers can
 * enter the regression (Shapley 1953; Lindeman, Merenda and Gold 1980, "LMG").
 */
public final class Shapley {

    /** Above, there are too many orders; relative weights are taken instead. */
    public static final int MOST_DRIVERS = 10;

    private static final double COLLINEAR = 1e-10;

    private final int drivers;

    private final double[] explained;

    /** The matrix at each depth of the walk through the subsets. */
    private final double[][][] left;

    private final double[] weights;

    Shapley(int drivers) {
        if (drivers < 1 || drivers > MOST_DRIVERS) {
            throw new IllegalArgumentException("Shapley values are for 1 to 10 drivers, not " + drivers);
        }
        this.drivers = drivers;
        this.explained = new double[1 << drivers];
        this.left = new double[drivers + 1][drivers + 1][drivers + 1];
        this.weights = new double[drivers];
        for (int size = 0; size < drivers; size++) {
            weights[size] = 1.0 / (drivers * choose(drivers - 1, size));
        }
    }

    /**
     * From correlations alone, without the guards for few cases.
     * @param correlations of the drivers, the outcome as last row and column
     * @return the share of each driver in R²; their sum is R²
     */
    public static double[] shares(double[][] correlations) {
        return new Shapley(correlations.length - 1).of(correlations);
    }

    double[] of(double[][] correlations) {
        walk(0, correlations, 0);
        var shares = new double[drivers];
        for (int subset = 0; subset < explained.length; subset++) {
            double weight = (subset == explained.length - 1) ? 0 : weights[Integer.bitCount(subset)];
            for (int driver = 0; driver < drivers; driver++) {
                if ((subset >> driver & 1) == 0) {
                    shares[driver] += weight * (explained[subset | 1 << driver] - explained[subset]);
                }
            }
        }
        return shares;
    }

    /**
     * Every subset once: the driver at this depth stays out, or is swept out of all that
     * follow it. What is left of the outcome at the end is what the subset does not
     * explain. A driver that the others determine explains nothing more.
     */
    private void walk(int depth, double[][] matrix, int subset) {
        if (depth == drivers) {
            explained[subset] = 1 - matrix[drivers][drivers];
            return;
        }
        walk(depth + 1, matrix, subset);
        double pivot = matrix[depth][depth];
        if (pivot < COLLINEAR) {
            walk(depth + 1, matrix, subset | 1 << depth);
            return;
        }
        var swept = left[depth + 1];
        for (int i = depth + 1; i <= drivers; i++) {
            double factor = matrix[i][depth] / pivot;
            for (int j = depth + 1; j <= i; j++) {
                swept[i][j] = matrix[i][j] - factor * matrix[j][depth];
            }
        }
        walk(depth + 1, swept, subset | 1 << depth);
    }

    private static double choose(int n, int k) {
        double result = 1;
        for (int i = 1; i <= k; i++) {
            result = result * (n - k + i) / i;
        }
        return result;
    }

}
