package io.cesm.satisfaction.figures;

/**
 * Number, mean and sample variance of the values that are there: all that means and their
 * tests need, so that a roll-up may keep three sums instead of the answers.
 *
 * @param mean not a number if there are none
 * @param variance not a number below two values
 */
public record Moments(long n, double mean, double variance) {

    /**
     * @param values not-a-number stands for a missing value and does not count
     */
    public static Moments of(double[] values) {
        long n = 0;
        double sum = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                n++;
                sum += value;
            }
        }
        double mean = sum / n;
        double squares = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                squares += (value - mean) * (value - mean);
            }
        }
        return new Moments(n, (n == 0) ? Double.NaN : mean, (n < 2) ? Double.NaN : squares / (n - 1));
    }

    /**
     * From sums; exact enough for marks of a scale, not for values far from 0 that hardly
     * differ.
     */
    public static Moments ofSums(long n, double sum, double sumOfSquares) {
        double mean = (n == 0) ? Double.NaN : sum / n;
        return new Moments(n, mean, (n < 2) ? Double.NaN : Math.max(0, (sumOfSquares - sum * mean) / (n - 1)));
    }

    /** Without regard to weights in the error. */
    static Moments of(Histogram answers) {
        return new Moments(answers.n(), answers.mean(), answers.variance());
    }

    /** The square of the standard error of the mean. */
    double error() {
        return variance / n;
    }

    double deviation() {
        return Math.sqrt(variance);
    }

}
