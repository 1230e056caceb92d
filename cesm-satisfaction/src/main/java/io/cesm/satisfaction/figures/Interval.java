package io.cesm.satisfaction.figures;

/**
 * Between which two values the truth lies with the given confidence; same unit as the
 * figure it belongs to.
 *
 * @param level the confidence, above 0 and below 1
 */
public record Interval(double low, double high, double level) {

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("An interval ends at or above its beginning, not " + low + " … " + high);
        }
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    static Interval around(double centre, double margin, Confidence confidence) {
        return new Interval(centre - margin, centre + margin, confidence.level());
    }

    /** Cut where no truth can lie. */
    Interval within(double lowest, double highest) {
        return new Interval(Math.clamp(low, lowest, highest), Math.clamp(high, lowest, highest), level);
    }

    /** The same interval of {@code a + b·x}. */
    Interval scaled(double a, double b) {
        double first = a + b * low;
        double second = a + b * high;
        return new Interval(Math.min(first, second), Math.max(first, second), level);
    }

}
