package io.cesm.satisfaction.figures;

/** How many answers are needed for an interval of a given half-width. */
public final class SampleSize {

    /** The largest variance a share can have. */
    public static final double WORST_SHARE = 0.25;

    /** The largest variance a net promoter score can have, on shares. */
    public static final double WORST_NPS = 1;

    private SampleSize() {
    }

    /**
     * {@code n₀ = (z/e)²·variance}, for a population of N people
     * {@code n₀/(1 + (n₀ − 1)/N)} (Cochran 1977), rounded up.
     * @param margin half the width of the interval, on shares: 0.05 = 5 points
     * @param variance {@link #WORST_SHARE}, {@link #WORST_NPS} or one known from before,
     * on shares
     * @param population 0 for a very large one
     */
    public static long needed(double margin, double variance, long population, Confidence confidence) {
        if (!(margin > 0 && margin <= 1) || !(variance > 0 && variance <= 1) || population < 0) {
            throw new IllegalArgumentException("Margin and variance lie above 0 and up to 1, a population from 0");
        }
        double z = confidence.z() / margin;
        double unlimited = z * z * variance;
        double needed = (population == 0) ? unlimited : unlimited / (1 + (unlimited - 1) / population);
        long whole = (long) Math.ceil(needed - 1e-9);
        return (population == 0) ? whole : Math.min(whole, population);
    }

    /**
     * How many to invite so that enough answer.
     * @param responseRate above 0, up to 1
     */
    public static long invited(long needed, double responseRate) {
        if (!(responseRate > 0 && responseRate <= 1)) {
            throw new IllegalArgumentException("A response rate lies above 0 and up to 1, not " + responseRate);
        }
        return (long) Math.ceil(needed / responseRate - 1e-9);
    }

}
