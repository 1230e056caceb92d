package io.cesm.satisfaction.figures;

/**
 * A share in percent. Interval by Wilson (1927), as in R's {@code prop.test} without
 * continuity correction.
 */
public final class Share {

    private Share() {
    }

    /**
     * @param hits how many of n, from 0 to n
     * @return 0–100; no value for n = 0
     */
    public static Figure of(long hits, long n) {
        return of(hits, n, Confidence.NINETY_FIVE);
    }

    public static Figure of(long hits, long n, Confidence confidence) {
        if (hits < 0 || hits > n) {
            throw new IllegalArgumentException(hits + " of " + n + " is no share");
        }
        return (n == 0) ? Figure.none(FigureMethod.SHARE_WILSON)
                : of(FigureMethod.SHARE_WILSON, n, n, (double) hits / n, confidence);
    }

    /** The share of the marks from … to, with the effective n if there are weights. */
    public static Figure of(Histogram answers, int from, int to, Confidence confidence) {
        long n = answers.n();
        return (n == 0) ? Figure.none(FigureMethod.SHARE_WILSON)
                : of(FigureMethod.SHARE_WILSON, n, answers.effective(), answers.share(from, to), confidence);
    }

    static Figure of(FigureMethod method, long n, double effective, double share, Confidence confidence) {
        return new Figure(method, n, effective, 100 * share, wilson(share, effective, confidence).scaled(0, 100));
    }

    static Interval wilson(double share, double n, Confidence confidence) {
        double z = confidence.z();
        double centre = (share + z * z / (2 * n)) / (1 + z * z / n);
        double margin = z / (1 + z * z / n) * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        double low = (share == 0) ? 0 : centre - margin;
        double high = (share == 1) ? 1 : centre + margin;
        return new Interval(low, high, confidence.level()).within(0, 1);
    }

}
