package io.cesm.web.voice;

import java.util.List;
import java.util.Locale;

import io.cesm.satisfaction.figures.Figure;
import io.cesm.satisfaction.voice.ThemeFigure;
import org.jspecify.annotations.Nullable;

/** Places of bars and lines on the page of themes. */
public final class ThemeDrawing {

    /** A share of the widest row, 0 to 100. */
    public long width(long part, List<ThemeFigure> rows) {
        long most = rows.stream().mapToLong(ThemeFigure::comments).max().orElse(1);
        return most == 0 ? 0 : Math.round(100.0 * part / most);
    }

    /** The months as a line in a field of 100 by 20. */
    public String line(ThemeFigure row) {
        long most = Math.max(1, row.months().stream().mapToLong(Long::longValue).max().orElse(1));
        var out = new StringBuilder();
        for (int i = 0; i < row.months().size(); i++) {
            out.append(i == 0 ? "" : " ")
                .append(Math.round(100.0 * i / Math.max(1, row.months().size() - 1)))
                .append(',')
                .append(Math.round(19 - 18.0 * row.months().get(i) / most));
        }
        return out.toString();
    }

    public String number(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.1f", value);
    }

    /** A kappa: two digits after the point. */
    public String kappa(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }

    public String percent(@Nullable Double share) {
        return share == null ? "–" : Math.round(100 * share) + " %";
    }

    public String interval(Figure figure) {
        var it = figure.interval();
        return it == null ? "–" : number(Math.max(0, it.low())) + "–" + number(Math.min(100, it.high()));
    }

    /** Whether a figure may be shown, and how surely it speaks. */
    public String showing(Figure figure) {
        return figure.showing().name();
    }

}
