package io.cesm.satisfaction.figures;

import org.jspecify.annotations.Nullable;

/** A mean with the interval of Student's t. */
public final class Mean {

    private Mean() {
    }

    /**
     * @return on the scale of the answers; no value for n = 0
     */
    public static Figure of(Histogram answers) {
        return of(answers, Confidence.NINETY_FIVE);
    }

    public static Figure of(Histogram answers, Confidence confidence) {
        long n = answers.n();
        if (n == 0) {
            return Figure.none(FigureMethod.MEAN_T);
        }
        double mean = answers.mean();
        double effective = answers.effective();
        return new Figure(FigureMethod.MEAN_T, n, effective, mean,
                interval(mean, answers.variance(), effective, confidence));
    }

    /**
     * The mean on 0–100: {@code 100·(mean − lowest)/(highest − lowest)}.
     * @throws IllegalArgumentException if the scale has only one mark
     */
    public static Figure index(Histogram answers, Confidence confidence) {
        double span = answers.highest() - answers.lowest();
        if (span == 0) {
            throw new IllegalArgumentException("A scale of one mark has no index");
        }
        return of(answers, confidence).scaled(FigureMethod.INDEX_T, -100 * answers.lowest() / span, 100 / span);
    }

    /**
     * @param values not-a-number stands for a missing answer and does not count
     */
    public static Figure of(double[] values, Confidence confidence) {
        return of(Moments.of(values), FigureMethod.MEAN_T, confidence);
    }

    /**
     * From sums kept in a roll-up.
     * @param method under which name the mean goes
     */
    public static Figure of(Moments moments, FigureMethod method, Confidence confidence) {
        if (moments.n() == 0) {
            return Figure.none(method);
        }
        return Figure.of(method, moments.n(), moments.mean(),
                interval(moments.mean(), moments.variance(), moments.n(), confidence));
    }

    /** None below two answers, and none if all are the same. */
    static @Nullable Interval interval(double mean, double variance, double n, Confidence confidence) {
        return (variance > 0) ? Interval.around(mean, confidence.t(n - 1) * Math.sqrt(variance / n), confidence) : null;
    }

}
