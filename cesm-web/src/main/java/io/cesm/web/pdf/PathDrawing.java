package io.cesm.web.pdf;

import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/**
 * A line over time whose points have intervals, with control limits where there are any.
 */
final class PathDrawing {

    private static final double LEFT = 36;

    private static final double TOP = 14;

    private final Pen pen;

    private final double width;

    private final double bottom;

    PathDrawing(Pen pen, double width, double height) {
        this.pen = pen;
        this.width = width;
        this.bottom = height - 16;
    }

    void draw(JsonNode data) {
        var points = data.path("points");
        var range = Range.over(StreamSupport.stream(points.spliterator(), false)
            .flatMapToDouble(it -> DoubleStream.of(ChartDrawing.known(it.path("value")),
                    ChartDrawing.known(it.path("low")), ChartDrawing.known(it.path("high")),
                    ChartDrawing.known(it.path("limitLow")), ChartDrawing.known(it.path("limitHigh")))));
        ChartDrawing.upright(pen, range, data.path("unit").asString(""), LEFT, width, TOP, bottom);
        ChartDrawing.names(pen, ChartDrawing.texts(data.path("x")), LEFT, width - LEFT, bottom);
        double centre = ChartDrawing.known(data.path("centre"));
        if (!Double.isNaN(centre)) {
            pen.line(LEFT, y(range, centre), width, y(range, centre), Ink.STRONG_LINE, 0.8, false);
        }
        double each = (width - LEFT) / Math.max(1, points.size());
        for (int i = 0; i < points.size(); i++) {
            limits(points.get(i), range, LEFT + each * i, each);
            if (i > 0) {
                join(points.get(i - 1), points.get(i), range, LEFT + each * (i - 0.5), each);
            }
        }
        for (int i = 0; i < points.size(); i++) {
            point(data, points.get(i), range, LEFT + each * (i + 0.5), points.size() <= 14);
        }
    }

    private void limits(JsonNode point, Range range, double from, double each) {
        for (var name : new String[] { "limitLow", "limitHigh" }) {
            double limit = ChartDrawing.known(point.path(name));
            if (!Double.isNaN(limit)) {
                pen.line(from, y(range, limit), from + each, y(range, limit), Ink.MINUS, 0.7, true);
            }
        }
    }

    private void join(JsonNode before, JsonNode point, Range range, double from, double each) {
        double a = shown(before);
        double b = shown(point);
        if (!Double.isNaN(a) && !Double.isNaN(b)) {
            pen.line(from, y(range, a), from + each, y(range, b), Ink.ACCENT, 1.4, false);
        }
    }

    private void point(JsonNode data, JsonNode point, Range range, double x, boolean named) {
        double value = shown(point);
        if (Double.isNaN(value)) {
            return;
        }
        boolean weak = point.path("grey").asBoolean(false);
        double low = ChartDrawing.known(point.path("low"));
        double high = ChartDrawing.known(point.path("high"));
        if (!Double.isNaN(low) && !Double.isNaN(high)) {
            var ink = weak ? Ink.STRONG_LINE : Ink.QUIET;
            pen.line(x, y(range, low), x, y(range, high), ink, 0.9, false);
            pen.line(x - 2.5, y(range, low), x + 2.5, y(range, low), ink, 0.9, false);
            pen.line(x - 2.5, y(range, high), x + 2.5, y(range, high), ink, 0.9, false);
        }
        boolean alarm = point.path("alarm").asBoolean(false);
        pen.dot(x, y(range, value), 2.8, alarm ? Ink.MINUS : weak ? java.awt.Color.WHITE : Ink.ACCENT,
                alarm ? Ink.MINUS : weak ? Ink.STRONG_LINE : Ink.ACCENT);
        if (named) {
            pen.text(ChartDrawing.written(value, data), x + 5, y(range, value) - 3, 6.5, Ink.TEXT, Pen.Stand.AFTER);
        }
    }

    private static double shown(JsonNode point) {
        return point.path("hidden").asBoolean(false) ? Double.NaN : ChartDrawing.known(point.path("value"));
    }

    private double y(Range range, double value) {
        return bottom - range.share(value) * (bottom - TOP);
    }

}
