package io.cesm.web.pdf;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/** Points in four fields. */
final class QuadrantDrawing {

    private static final Map<String, String> TONES = Map.of("CONCENTRATE", "minus", "KEEP_UP", "plus", "LOW_PRIORITY",
            "line-strong", "OVERKILL", "c", "A", "plus", "O", "accent", "M", "minus", "I", "line-strong");

    private static final double LEFT = 42;

    private static final double TOP = 18;

    /** Of the width of a range, so that no point sits in a corner. */
    private static final double MARGIN = 0.12;

    private final Pen pen;

    private final double width;

    private final double bottom;

    QuadrantDrawing(Pen pen, double width, double height) {
        this.pen = pen;
        this.width = width;
        this.bottom = height - 28;
    }

    void draw(JsonNode data) {
        var points = data.path("points");
        boolean share = data.path("unit").asString("").equals("share");
        var across = share ? Range.of(0, 1)
                : range(points, it -> ChartDrawing.known(it.path("x")), ChartDrawing.known(data.path("xLine")));
        var up = share ? Range.of(0, 1)
                : range(points, it -> ChartDrawing.known(it.path("y")), ChartDrawing.known(data.path("yLine")));
        ChartDrawing.across(pen, across, LEFT, width - LEFT - 8, bottom, bottom + 2);
        for (double tick : up.ticks()) {
            pen.text(up.write(tick), LEFT - 4, y(up, tick) + 2.5, ChartDrawing.SMALL, Ink.QUIET, Pen.Stand.BEFORE);
        }
        pen.line(LEFT, TOP, LEFT, bottom, Ink.STRONG_LINE, 0.6, false);
        pen.line(LEFT, bottom, width - 8, bottom, Ink.STRONG_LINE, 0.6, false);
        double xLine = x(across, ChartDrawing.known(data.path("xLine")));
        double yLine = y(up, ChartDrawing.known(data.path("yLine")));
        pen.line(xLine, TOP, xLine, bottom, Ink.STRONG_LINE, 0.8, true);
        pen.line(LEFT, yLine, width - 8, yLine, Ink.STRONG_LINE, 0.8, true);
        corners(data.path("corners"));
        pen.text(data.path("xName").asString("") + " →", width - 8, bottom + 20, 7.5, Ink.QUIET, Pen.Stand.BEFORE);
        pen.text("↑ " + data.path("yName").asString(""), LEFT - 38, TOP - 8, 7.5, Ink.QUIET, Pen.Stand.AFTER);
        points.forEach(point -> {
            double px = x(across, ChartDrawing.known(point.path("x")));
            double py = y(up, ChartDrawing.known(point.path("y")));
            var ink = Ink.named(TONES.getOrDefault(point.path("tone").asString(""), "accent"), 0);
            pen.dot(px, py, 3.2, ink, ink);
            boolean before = px > width * 0.7;
            pen.text(pen.fit(point.path("name").asString(""), ChartDrawing.SMALL, 120), px + (before ? -5 : 5), py - 2,
                    ChartDrawing.SMALL, Ink.TEXT, before ? Pen.Stand.BEFORE : Pen.Stand.AFTER);
        });
    }

    private void corners(JsonNode corners) {
        if (corners.size() < 4) {
            return;
        }
        pen.text(corners.get(0).asString(""), LEFT + 6, TOP + 9, 8, Ink.QUIET, Pen.Stand.AFTER);
        pen.text(corners.get(1).asString(""), width - 12, TOP + 9, 8, Ink.QUIET, Pen.Stand.BEFORE);
        pen.text(corners.get(2).asString(""), LEFT + 6, bottom - 5, 8, Ink.QUIET, Pen.Stand.AFTER);
        pen.text(corners.get(3).asString(""), width - 12, bottom - 5, 8, Ink.QUIET, Pen.Stand.BEFORE);
    }

    private static Range range(JsonNode points, ToDoubleFunction<JsonNode> value, double line) {
        var all = DoubleStream
            .concat(DoubleStream.of(line), StreamSupport.stream(points.spliterator(), false).mapToDouble(value))
            .filter(it -> !Double.isNaN(it))
            .summaryStatistics();
        double margin = (all.getMax() - all.getMin()) * MARGIN;
        return Range.of(all.getMin() - margin, all.getMax() + margin);
    }

    private double x(Range range, double value) {
        return LEFT + range.share(value) * (width - LEFT - 8);
    }

    private double y(Range range, double value) {
        return bottom - range.share(value) * (bottom - TOP);
    }

}
