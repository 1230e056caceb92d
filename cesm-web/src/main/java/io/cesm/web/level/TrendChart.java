package io.cesm.web.level;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.cesm.domain.level.FourLevels;
import io.cesm.domain.level.Level;
import io.cesm.domain.level.LevelMean;
import io.cesm.domain.level.QuarterLevels;
import org.jspecify.annotations.Nullable;

/**
 * The four levels over the quarters, as lines in a picture of 640 × 200. A quarter
 * without a reading breaks the line.
 */
record TrendChart(List<Quarter> quarters, List<Line> lines) {

    private static final double LEFT = 30;

    private static final double WIDTH = 600;

    private static final double TOP = 10;

    private static final double HEIGHT = 160;

    /** A quarter and where it stands. */
    record Quarter(String code, String x, FourLevels levels) {

        public @Nullable BigDecimal gap() {
            return levels.shownGap(Level.E, Level.P);
        }

    }

    /** A line of one level: the pieces between missing quarters, and the points. */
    record Line(Level level, List<String> pieces, List<Point> points) {
    }

    /** One reading of a line. */
    record Point(String x, String y, String quarter, LevelMean mean) {
    }

    static TrendChart of(List<QuarterLevels> trend, @Nullable String dimension) {
        var quarters = new ArrayList<Quarter>();
        for (int i = 0; i < trend.size(); i++) {
            var quarter = trend.get(i);
            quarters.add(new Quarter(quarter.quarter().code(), x(i, trend.size()), quarter.levels().of(dimension)));
        }
        var lines = new ArrayList<Line>();
        for (var level : Level.values()) {
            lines.add(line(level, quarters));
        }
        return new TrendChart(quarters, lines);
    }

    public boolean isEmpty() {
        return quarters.stream().allMatch(it -> it.levels().isEmpty());
    }

    private static Line line(Level level, List<Quarter> quarters) {
        var pieces = new ArrayList<String>();
        var points = new ArrayList<Point>();
        var piece = new StringBuilder();
        for (var quarter : quarters) {
            var mean = quarter.levels().of(level);
            if (mean == null) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            else {
                var point = new Point(quarter.x(), y(mean), quarter.code(), mean);
                points.add(point);
                piece.append(point.x()).append(',').append(point.y()).append(' ');
            }
        }
        pieces.add(piece.toString());
        return new Line(level, pieces.stream().map(String::strip).filter(it -> it.contains(" ")).toList(), points);
    }

    private static String x(int i, int count) {
        return number(LEFT + WIDTH * (i + 0.5) / count);
    }

    private static String y(LevelMean mean) {
        return number(TOP + HEIGHT * (1 - mean.value().doubleValue() / 100));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

}
