package io.cesm.satisfaction.figures;

import java.util.Arrays;

/**
 * Intervals by drawing the respondents again and again (Efron 1979), percentile method.
 * The same seed gives the same intervals.
 *
 * @param resamples how often; 0 for no intervals
 */
public record Bootstrap(int resamples, long seed, Confidence confidence) {

    /** Figures without intervals. */
    public static final Bootstrap NONE = new Bootstrap(0, 0, Confidence.NINETY_FIVE);

    public Bootstrap {
        if (resamples < 0 || (resamples > 0 && resamples < 100)) {
            throw new IllegalArgumentException("An interval needs at least 100 draws, not " + resamples);
        }
    }

    public static Bootstrap of(int resamples, long seed) {
        return new Bootstrap(resamples, seed, Confidence.NINETY_FIVE);
    }

    /** The interval of these draws; linear between order statistics like R's quantile. */
    Interval interval(double[] draws) {
        var sorted = draws.clone();
        Arrays.sort(sorted);
        return new Interval(quantile(sorted, confidence.lower()), quantile(sorted, confidence.upper()),
                confidence.level());
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        double rest = place - below;
        return (rest == 0) ? sorted[below] : sorted[below] + rest * (sorted[below + 1] - sorted[below]);
    }

}
