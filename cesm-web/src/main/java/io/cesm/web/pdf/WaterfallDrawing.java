package io.cesm.web.pdf;

import java.util.ArrayList;

import tools.jackson.databind.JsonNode;

/** Steps from one level to the next; a missing one is hatched. */
final class WaterfallDrawing {

    private static final double LEFT = 30;

    private static final double TOP = 14;

    private final Pen pen;

    private final double width;

    private final double bottom;

    WaterfallDrawing(Pen pen, double width, double height) {
        this.pen = pen;
        this.width = width;
        this.bottom = height - 16;
    }

    void draw(JsonNode data) {
        var steps = data.path("steps");
        var range = Range.of(data.path("min").asDouble(0), data.path("max").asDouble(100));
        ChartDrawing.upright(pen, range, "", LEFT, width, TOP, bottom);
        double each = (width - LEFT) / Math.max(1, steps.size());
        double wide = Math.min(40, each * 0.6);
        var names = new ArrayList<String>();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            names.add(step.path("name").asString(""));
            double x = LEFT + each * (i + 0.5) - wide / 2;
            if (step.path("missing").asBoolean(false)) {
                pen.hatched(x, TOP, wide, bottom - TOP);
                continue;
            }
            double to = y(range, step.path("to").asDouble(0));
            double from = step.path("total").asBoolean(false) ? bottom : y(range, step.path("from").asDouble(0));
            double top = Math.min(from, to);
            pen.box(x, top, wide, Math.max(0.8, Math.abs(from - to)), Ink.named(step.path("color").asString(""), i));
            pen.text(step.path("text").asString(""), x + wide / 2, top - 3, ChartDrawing.SMALL, Ink.TEXT,
                    Pen.Stand.MIDDLE);
        }
        ChartDrawing.names(pen, names, LEFT, width - LEFT, bottom);
    }

    private double y(Range range, double value) {
        return bottom - range.share(value) * (bottom - TOP);
    }

}
