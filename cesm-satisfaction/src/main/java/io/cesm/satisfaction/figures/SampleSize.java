package io.cesm.satisfaction.figures;

import io.cesm.domain.kernel.Refusal;

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
     * @throws Refusal {@code figures.off_scale} for a margin of 0 or above 1
     */
    public static long needed(double margin, double variance, long population, Confidence confidence) {
        if (!(variance > 0 && variance <= 1) || population < 0) {
            throw new IllegalArgumentException("A variance lies above 0 and up to 1, a population from 0");
        }
        requireShare(margin);
        double z = confidence.z() / margin;
        double unlimited = z * z * variance;
        double needed = (population == 0) ? unlimited : unlimited / (1 + (unlimited - 1) / population);
        long whole = (long) Math.ceil(needed - 1e-9);
        return (population == 0) ? whole : Math.min(whole, population);
    }

    /**
     * How many to invite so that enough answer.
     * @param responseRate above 0, up to 1
     * @throws Refusal {@code figures.off_scale} for another rate
     */
    public static long invited(long needed, double responseRate) {
        requireShare(responseRate);
        return (long) Math.ceil(needed / responseRate - 1e-9);
    }

    private static void requireShare(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new Refusal("figures.off_scale", share, 0, 1);
        }
    }

}
