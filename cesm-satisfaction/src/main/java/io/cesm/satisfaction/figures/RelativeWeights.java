package io.cesm.satisfaction.figures;

import java.util.Arrays;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * How much of R² goes to each driver when the drivers are first replaced by the
 * uncorrelated variables most like them (Johnson 2000, Multivariate Behavioral Research
 * 35).
 */
public final class RelativeWeights {

    private static final double COLLINEAR = 1e-10;

    private RelativeWeights() {
    }

    /**
     * From correlations alone, without the guards for few cases. Drivers that determine
     * one another share what they explain.
     * @param correlations of the drivers, the outcome as last row and column
     * @return the raw weight of each driver; their sum is R²
     */
    public static double[] shares(double[][] correlations) {
        int k = correlations.length - 1;
        var drivers = MatrixUtils.createRealMatrix(correlations).getSubMatrix(0, k - 1, 0, k - 1);
        var eigen = new EigenDecompositionSymmetric(drivers);
        var root = power(eigen, 0.5);
        double[] beta = power(eigen, -0.5).operate(Arrays.copyOf(correlations[k], k));
        var shares = new double[k];
        for (int j = 0; j < k; j++) {
            for (int i = 0; i < k; i++) {
                double loading = root.getEntry(j, i);
                shares[j] += loading * loading * beta[i] * beta[i];
            }
        }
        return shares;
    }

    /** V Λ^exponent Vᵀ, leaving out directions in which the drivers do not vary. */
    private static RealMatrix power(EigenDecompositionSymmetric eigen, double exponent) {
        var values = eigen.getEigenvalues();
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] > COLLINEAR) ? Math.pow(values[i], exponent) : 0;
        }
        return eigen.getV().multiply(MatrixUtils.createRealDiagonalMatrix(values)).multiplyTransposed(eigen.getV());
    }

}
