package io.cesm.satisfaction.analysis;

import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.Figure;
import io.cesm.satisfaction.figures.FigureMethod;
import io.cesm.satisfaction.figures.Interval;
import io.cesm.satisfaction.figures.Showing;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it may be told: what has to stay hidden is not in it, not even how many
 * answered.
 *
 * @param n how many answers, null if hidden
 * @param effective how many answers without weights would say as much
 */
public record Told(FigureMethod method, Showing showing, @Nullable Long n, @Nullable Double effective,
        @Nullable Double value, @Nullable Interval interval) {

    public static Told of(Figure figure) {
        var showing = figure.showing();
        return (showing == Showing.HIDDEN) ? hidden(figure.method())
                : new Told(figure.method(), showing, figure.n(), figure.effective(), figure.value(), figure.interval());
    }

    public static Told of(Figure figure, boolean hide) {
        return (hide && figure.n() > 0) ? hidden(figure.method()) : of(figure);
    }

    public static Told hidden(FigureMethod method) {
        return new Told(method, Showing.HIDDEN, null, null, null, null);
    }

    public boolean known() {
        return value != null;
    }

    /** The comparison with another figure, unless one of both is hidden or unknown. */
    public @Nullable Comparison compared(Told other, Comparison comparison) {
        return known() && other.known() ? comparison : null;
    }

}
