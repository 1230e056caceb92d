package io.cesm.web.pdf;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/** Draws a chart of the data that pages draw it of. */
final class ChartDrawing {

    static final double SMALL = 7;

    private final Pen pen;

    private final double width;

    private final double height;

    private final String hidden;

    ChartDrawing(Pen pen, double width, double height, String hidden) {
        this.pen = pen;
        this.width = width;
        this.height = height;
        this.hidden = hidden;
    }

    void draw(JsonNode data) {
        switch (data.path("kind").asString("bar")) {
            case "dots" -> new DotsDrawing(pen, width, height, hidden).draw(data);
            case "path" -> new PathDrawing(pen, width, height).draw(data);
            case "quadrant" -> new QuadrantDrawing(pen, width, height).draw(data);
            case "heat" -> new HeatDrawing(pen, width, height).draw(data);
            case "waterfall" -> new WaterfallDrawing(pen, width, height).draw(data);
            default -> new BarDrawing(pen, width, height).draw(data);
        }
    }

    static double known(JsonNode value) {
        return value.isNumber() ? value.asDouble() : Double.NaN;
    }

    static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(it -> texts.add(it.asString("")));
        return texts;
    }

    static String written(double value, JsonNode data) {
        return Range.number(value, data.path("digits").asInt(1)) + data.path("unit").asString("");
    }

    /** Lines and words of an axis from left to right, and a word under each. */
    static void across(Pen pen, Range range, double left, double room, double top, double bottom) {
        for (double tick : range.ticks()) {
            double x = left + range.share(tick) * room;
            pen.line(x, top, x, bottom, Ink.LINE, 0.5, false);
            pen.text(range.write(tick), x, bottom + 9, SMALL, Ink.QUIET, Pen.Stand.MIDDLE);
        }
    }

    /** Lines and words of an axis from bottom to top. */
    static void upright(Pen pen, Range range, String unit, double left, double right, double top, double bottom) {
        for (double tick : range.ticks()) {
            double y = bottom - range.share(tick) * (bottom - top);
            pen.line(left, y, right, y, Ink.LINE, 0.5, false);
            pen.text(range.write(tick) + unit, left - 4, y + 2.5, SMALL, Ink.QUIET, Pen.Stand.BEFORE);
        }
    }

    /** The names of columns, as many as there is room for. */
    static void names(Pen pen, List<String> names, double left, double room, double bottom) {
        double each = room / Math.max(1, names.size());
        int every = Math.max(1, (int) Math.ceil(34 / each));
        for (int i = 0; i < names.size(); i += every) {
            pen.text(pen.fit(names.get(i), SMALL, each * every - 3), left + each * (i + 0.5), bottom + 10, SMALL,
                    Ink.QUIET, Pen.Stand.MIDDLE);
        }
    }

}
