package io.cesm.satisfaction.figures;

import org.jspecify.annotations.Nullable;

/**
 * How far we are before a rival on the same survey. The target is to beat the rival, not
 * to reach 100.
 *
 * @param difference ours less theirs, with its test
 * @param ratio ours by theirs; null where it means nothing (net promoter scores, or a
 * figure that is not above 0)
 */
public record Lead(Figure ours, Figure theirs, Comparison difference, @Nullable Figure ratio) {

    /** Means of different respondents, each of whom judged one company. */
    public static Lead ofMeans(Histogram ours, Histogram theirs, Confidence confidence) {
        var first = Mean.of(ours, confidence);
        var second = Mean.of(theirs, confidence);
        double error = relative(ours.variance() / ours.effective(), ours.mean())
                + relative(theirs.variance() / theirs.effective(), theirs.mean());
        return new Lead(first, second, Comparing.welch(ours, theirs, confidence),
                ratio(first, second, error, confidence));
    }

    /**
     * Means of the same respondents, who judged both; those who judged only one do not
     * count.
     */
    public static Lead ofPairs(double[] ours, double[] theirs, Confidence confidence) {
        var both = new PairedItem("", theirs, ours);
        return ofPairs(both.perceivedOfPairs(), both.expectedOfPairs(), both.gaps(), confidence);
    }

    /** The same from sums kept in a roll-up. */
    public static Lead ofPairs(Moments first, Moments second, Moments gaps, Confidence confidence) {
        // var(o − t) = var o + var t − 2 cov
        double covariance = (first.variance() + second.variance() - gaps.variance()) / 2;
        double error = relative(first.error(), first.mean()) + relative(second.error(), second.mean())
                - 2 * covariance / first.n() / (first.mean() * second.mean());
        var our = Mean.of(first, FigureMethod.MEAN_T, confidence);
        var their = Mean.of(second, FigureMethod.MEAN_T, confidence);
        return new Lead(our, their, Comparing.paired(gaps, confidence), ratio(our, their, error, confidence));
    }

    /** Net promoter scores of different respondents. */
    public static Lead ofNps(Nps ours, Nps theirs, Confidence confidence) {
        return new Lead(ours.figure(confidence), theirs.figure(confidence), ours.minus(theirs, confidence), null);
    }

    /** The same figures with the test of the people who judged both. */
    public Lead testedBy(Lead pairs) {
        return new Lead(ours, theirs, pairs.difference, pairs.ratio);
    }

    /** Whether we are before them by more than chance. */
    public boolean ahead(double alpha) {
        return difference.verdict(alpha) == Comparison.Verdict.HIGHER;
    }

    /** The square of the relative standard error. */
    private static double relative(double error, double mean) {
        return error / (mean * mean);
    }

    /** Delta method on the logarithm of the ratio. */
    private static @Nullable Figure ratio(Figure ours, Figure theirs, double error, Confidence confidence) {
        Double first = ours.value();
        Double second = theirs.value();
        if (first == null || second == null || first <= 0 || second <= 0) {
            return null;
        }
        double ratio = first / second;
        double factor = Math.exp(confidence.z() * Math.sqrt(Math.max(0, error)));
        return Figure.of(FigureMethod.RATIO_LOG, Math.min(ours.n(), theirs.n()), ratio,
                (error > 0) ? new Interval(ratio / factor, ratio * factor, confidence.level()) : null);
    }

}
