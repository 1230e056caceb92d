package io.cesm.web.pdf;

import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/** Values with their intervals, a row each. */
final class DotsDrawing {

    private static final double NAMES = 0.36;

    private static final double COUNTS = 44;

    private final Pen pen;

    private final double width;

    private final double height;

    private final String hidden;

    DotsDrawing(Pen pen, double width, double height, String hidden) {
        this.pen = pen;
        this.width = width;
        this.height = height;
        this.hidden = hidden;
    }

    void draw(JsonNode data) {
        var rows = data.path("rows");
        var range = range(data, rows);
        double left = width * NAMES;
        double room = width - left - COUNTS;
        double top = 12;
        double bottom = height - 14;
        double each = (bottom - top) / Math.max(1, rows.size());
        ChartDrawing.across(pen, range, left, room, top, bottom);
        double line = ChartDrawing.known(data.path("line"));
        if (!Double.isNaN(line)) {
            double x = left + range.share(line) * room;
            pen.line(x, top, x, bottom, Ink.STRONG_LINE, 0.8, true);
            var name = data.path("lineName").asString("");
            if (!name.isEmpty()) {
                pen.text(name + " " + ChartDrawing.written(line, data), x, top - 4, ChartDrawing.SMALL, Ink.QUIET,
                        Pen.Stand.MIDDLE);
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            row(data, rows.get(i), range, left, room, top + each * (i + 0.5));
        }
    }

    private void row(JsonNode data, JsonNode row, Range range, double left, double room, double y) {
        pen.text(pen.fit(row.path("name").asString(""), 7.5, left - 8), left - 6, y + 3, 7.5, Ink.TEXT,
                Pen.Stand.BEFORE);
        if (row.path("hidden").asBoolean(false)) {
            pen.hatched(left, y - 5, room, 10);
            pen.text(hidden, left + room + 3, y + 2.5, 6, Ink.QUIET, Pen.Stand.AFTER);
            return;
        }
        double value = ChartDrawing.known(row.path("value"));
        if (row.path("n").isNumber()) {
            pen.text("n " + row.path("n").asLong(), width, y + 2.5, ChartDrawing.SMALL, Ink.QUIET, Pen.Stand.BEFORE);
        }
        if (Double.isNaN(value)) {
            return;
        }
        boolean weak = row.path("grey").asBoolean(false);
        whisker(row, range, left, room, y, weak);
        double x = left + range.share(value) * room;
        pen.dot(x, y, 3, weak ? java.awt.Color.WHITE : Ink.ACCENT, weak ? Ink.STRONG_LINE : Ink.ACCENT);
        pen.text(ChartDrawing.written(value, data), x, y - 5, 6.5, Ink.TEXT, Pen.Stand.MIDDLE);
    }

    private void whisker(JsonNode row, Range range, double left, double room, double y, boolean weak) {
        double low = ChartDrawing.known(row.path("low"));
        double high = ChartDrawing.known(row.path("high"));
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return;
        }
        var ink = weak ? Ink.STRONG_LINE : Ink.QUIET;
        double a = left + range.share(low) * room;
        double b = left + range.share(high) * room;
        pen.line(a, y, b, y, ink, 1, false);
        pen.line(a, y - 3, a, y + 3, ink, 1, false);
        pen.line(b, y - 3, b, y + 3, ink, 1, false);
    }

    private static Range range(JsonNode data, JsonNode rows) {
        double low = ChartDrawing.known(data.path("min"));
        double high = ChartDrawing.known(data.path("max"));
        if (!Double.isNaN(low) && !Double.isNaN(high)) {
            return Range.of(low, high);
        }
        return Range.over(
                StreamSupport.stream(rows.spliterator(), false)
                    .flatMapToDouble(it -> DoubleStream.of(ChartDrawing.known(it.path("value")),
                            ChartDrawing.known(it.path("low")), ChartDrawing.known(it.path("high")),
                            ChartDrawing.known(data.path("line")))));
    }

}
