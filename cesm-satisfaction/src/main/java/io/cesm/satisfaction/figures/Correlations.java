package io.cesm.satisfaction.figures;

/** Correlation matrices. */
final class Correlations {

    private Correlations() {
    }

    /** Of complete columns; a column that does not vary is correlated with nothing. */
    static double[][] of(Columns complete) {
        return Resampling.standardised(complete);
    }

    /**
     * Of sums of cross products.
     * @param n over how many rows the sums go
     * @param sums of each column
     * @param products of each pair of columns, row by row of the lower triangle
     * @param start where the sums begin in the array; the products follow them
     */
    static void fill(double[][] target, double n, double[] sums, int start) {
        int p = target.length;
        int products = start + p;
        var deviations = new double[p];
        for (int i = 0; i < p; i++) {
            double mean = sums[start + i] / n;
            double variance = sums[products + i * (i + 1) / 2 + i] / n - mean * mean;
            deviations[i] = (variance > 1e-12) ? Math.sqrt(variance) : 0;
        }
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < i; j++) {
                double covariance = sums[products + i * (i + 1) / 2 + j] / n
                        - sums[start + i] / n * (sums[start + j] / n);
                double scale = deviations[i] * deviations[j];
                target[i][j] = (scale > 0) ? Math.clamp(covariance / scale, -1, 1) : 0;
                target[j][i] = target[i][j];
            }
            target[i][i] = 1;
        }
    }

}
