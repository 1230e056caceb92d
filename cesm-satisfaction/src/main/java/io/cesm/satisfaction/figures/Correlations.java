package io.cesm.satisfaction.figures;

/**
 * Means, deviations and correlations of variables, worked out from sums. A variable that
 * does not vary is correlated with nothing.
 *
 * @param deviations with n as divisor
 */
record Correlations(double[] means, double[] deviations, double[][] matrix) {

    private static final double FLAT = 1e-12;

    static Correlations room(int variables) {
        return new Correlations(new double[variables], new double[variables], new double[variables][variables]);
    }

    /** The correlation matrix of complete columns. */
    static double[][] of(Columns complete) {
        return Resampling.allOf(complete).matrix();
    }

    /**
     * Fills this from sums.
     * @param n over how many rows the sums go
     * @param sums of each variable, then of the products of each pair, row by row of the
     * lower triangle
     * @param start where the sums begin in the array
     */
    void fill(double n, double[] sums, int start) {
        int p = means.length;
        int products = start + p;
        for (int i = 0; i < p; i++) {
            means[i] = sums[start + i] / n;
            double variance = sums[products + i * (i + 1) / 2 + i] / n - means[i] * means[i];
            deviations[i] = (variance > FLAT) ? Math.sqrt(variance) : 0;
        }
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < i; j++) {
                double covariance = sums[products + i * (i + 1) / 2 + j] / n - means[i] * means[j];
                double scale = deviations[i] * deviations[j];
                matrix[i][j] = (scale > 0) ? Math.clamp(covariance / scale, -1, 1) : 0;
                matrix[j][i] = matrix[i][j];
            }
            matrix[i][i] = 1;
        }
    }

}
