package io.cesm.satisfaction.figures;

import org.jspecify.annotations.Nullable;

/**
 * One figure as it may be shown: never without the number of answers behind it. Without
 * answers there is no value, not 0.
 *
 * @param n how many answers count
 * @param effective how many answers without weights would say as much; n if there are no
 * weights
 * @param value null if there is none
 * @param interval null where none is defined: no value, a single answer, all answers the
 * same, or a count of everybody
 */
public record Figure(FigureMethod method, long n, double effective, @Nullable Double value,
        @Nullable Interval interval) {

    public Figure {
        if (n < 0) {
            throw new IllegalArgumentException("There are no " + n + " answers");
        }
    }

    public static Figure of(FigureMethod method, long n, double value, @Nullable Interval interval) {
        return new Figure(method, n, n, value, interval);
    }

    public static Figure none(FigureMethod method) {
        return new Figure(method, 0, 0, null, null);
    }

    public boolean known() {
        return value != null;
    }

    /** What may be shown of it, by the number of answers behind it. */
    public Showing showing() {
        return SmallBase.STANDARD.showing(n);
    }

    Figure as(FigureMethod other) {
        return new Figure(other, n, effective, value, interval);
    }

    /** The same figure of {@code a + b·x}. */
    Figure scaled(FigureMethod method, double a, double b) {
        return new Figure(method, n, effective, (value == null) ? null : a + b * value,
                (interval == null) ? null : interval.scaled(a, b));
    }

}
