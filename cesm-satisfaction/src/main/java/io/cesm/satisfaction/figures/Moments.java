package io.cesm.satisfaction.figures;

/**
 * Number, mean and sample variance of the values that are there.
 *
 * @param mean not a number if there are none
 * @param variance not a number below two values
 */
record Moments(long n, double mean, double variance) {

    static Moments of(double[] values) {
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
