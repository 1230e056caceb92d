package io.cesm.satisfaction.figures;

import org.jspecify.annotations.Nullable;

/**
 * Whether two figures differ by more than chance. All tests are two-sided.
 *
 * @param difference the first less the second, in the unit of the figures; null if one is
 * missing
 * @param statistic z, t or χ²; null if the test cannot be made, or is exact
 * @param df degrees of freedom of t; null for other statistics
 * @param p null if the test cannot be made: too few answers, or all the same
 * @param adjusted p after many comparisons were looked at together; null if none were
 */
public record Comparison(FigureMethod method, long n1, long n2, @Nullable Double difference,
        @Nullable Interval interval, @Nullable Double statistic, @Nullable Double df, @Nullable Double p,
        @Nullable Double adjusted) {

    /** What a page says instead of an arrow that chance drew. */
    public enum Verdict {

        HIGHER, LOWER, NOT_SIGNIFICANT, NOT_TESTABLE

    }

    /**
     * @param alpha how often a difference may be claimed that is not there, as a rule
     * 0.05
     */
    public Verdict verdict(double alpha) {
        var judged = (adjusted != null) ? adjusted : p;
        if (judged == null || difference == null) {
            return Verdict.NOT_TESTABLE;
        }
        if (judged >= alpha || difference == 0) {
            return Verdict.NOT_SIGNIFICANT;
        }
        return (difference > 0) ? Verdict.HIGHER : Verdict.LOWER;
    }

    /** Whether both bases are large enough for an arrow at all. */
    public boolean comparable() {
        return SmallBase.STANDARD.showing(Math.min(n1, n2)).comparable();
    }

    Comparison adjustedTo(@Nullable Double p) {
        return new Comparison(method, n1, n2, difference, interval, statistic, df, this.p, p);
    }

    static Comparison impossible(FigureMethod method, long n1, long n2) {
        return untested(method, n1, n2, null);
    }

    static Comparison untested(FigureMethod method, long n1, long n2, @Nullable Double difference) {
        return new Comparison(method, n1, n2, difference, null, null, null, null, null);
    }

    static Comparison ofZ(FigureMethod method, long n1, long n2, double difference, double z,
            @Nullable Interval interval) {
        return new Comparison(method, n1, n2, difference, interval, z, null, Confidence.pOfZ(z), null);
    }

    static Comparison ofT(FigureMethod method, long n1, long n2, double difference, double error, double df,
            Confidence confidence) {
        double t = difference / error;
        return new Comparison(method, n1, n2, difference,
                Interval.around(difference, confidence.t(df) * error, confidence), t, df, Confidence.pOfT(t, df), null);
    }

}
