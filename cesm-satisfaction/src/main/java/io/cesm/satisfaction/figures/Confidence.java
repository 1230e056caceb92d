package io.cesm.satisfaction.figures;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * How sure an interval is.
 *
 * @param level above 0 and below 1, as a rule 0.95
 */
public record Confidence(double level) {

    public static final Confidence NINETY_FIVE = new Confidence(0.95);

    public Confidence {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("A confidence lies between 0 and 1, not " + level);
        }
    }

    /** The two-sided quantile of the normal distribution: 1.959963984540 for 0.95. */
    public double z() {
        return new NormalDistribution(0, 1).inverseCumulativeProbability(upper());
    }

    /** The two-sided quantile of Student's distribution. */
    double t(double df) {
        return new TDistribution(df).inverseCumulativeProbability(upper());
    }

    double upper() {
        return (1 + level) / 2;
    }

    double lower() {
        return (1 - level) / 2;
    }

    /** The two-sided p of a standard normal statistic. */
    static double pOfZ(double z) {
        return 2 * new NormalDistribution(0, 1).cumulativeProbability(-Math.abs(z));
    }

    /** The two-sided p of a t statistic. */
    static double pOfT(double t, double df) {
        return 2 * new TDistribution(df).cumulativeProbability(-Math.abs(t));
    }

}
