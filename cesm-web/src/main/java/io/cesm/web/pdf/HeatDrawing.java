package io.cesm.web.pdf;

import java.awt.Color;

import tools.jackson.databind.JsonNode;

/** A table of values as shades. */
final class HeatDrawing {

    private static final double NAMES = 0.24;

    private final Pen pen;

    private final double width;

    private final double height;

    HeatDrawing(Pen pen, double width, double height) {
        this.pen = pen;
        this.width = width;
        this.height = height;
    }

    void draw(JsonNode data) {
        var columns = ChartDrawing.texts(data.path("x"));
        var rows = ChartDrawing.texts(data.path("y"));
        double left = width * NAMES;
        double each = (width - left) / Math.max(1, columns.size());
        double tall = (height - 18) / Math.max(1, rows.size());
        double low = data.path("min").asDouble(-40);
        double high = data.path("max").asDouble(40);
        boolean both = data.path("diverging").asBoolean(true);
        for (int y = 0; y < rows.size(); y++) {
            pen.text(pen.fit(rows.get(y), 7.5, left - 8), left - 6, tall * (y + 0.5) + 3, 7.5, Ink.TEXT,
                    Pen.Stand.BEFORE);
            for (int x = 0; x < columns.size(); x++) {
                double value = ChartDrawing.known(data.path("values").path(y).path(x));
                if (!Double.isNaN(value)) {
                    pen.box(left + each * x + 1, tall * y + 1, each - 2, tall - 2, shade(value, low, high, both));
                    pen.text(written(value), left + each * (x + 0.5), tall * (y + 0.5) + 3, 7.5, Ink.TEXT,
                            Pen.Stand.MIDDLE);
                }
            }
        }
        ChartDrawing.names(pen, columns, left, width - left, height - 18);
    }

    private static String written(double value) {
        return (value == Math.rint(value)) ? Range.number(value, 0) : Range.number(value, 1);
    }

    private static Color shade(double value, double low, double high, boolean both) {
        double share = Range.of(low, high).share(value);
        if (!both) {
            return Ink.mix(Color.WHITE, Ink.mix(Color.WHITE, Ink.ACCENT, 0.6), share);
        }
        return (share < 0.5) ? Ink.mix(Ink.mix(Color.WHITE, Ink.MINUS, 0.7), Color.WHITE, share * 2)
                : Ink.mix(Color.WHITE, Ink.mix(Color.WHITE, Ink.PLUS, 0.7), share * 2 - 1);
    }

}
