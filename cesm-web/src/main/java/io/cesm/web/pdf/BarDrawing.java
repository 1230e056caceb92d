package io.cesm.web.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

import tools.jackson.databind.JsonNode;

/** Bars beside or upon each other, upright or lying, and lines. */
final class BarDrawing {

    private static final double LEFT = 36;

    private final Pen pen;

    private final double width;

    private final double bottom;

    BarDrawing(Pen pen, double width, double height) {
        this.pen = pen;
        this.width = width;
        this.bottom = height - 16;
    }

    void draw(JsonNode data) {
        var names = ChartDrawing.texts(data.path("x"));
        var series = data.path("series");
        boolean lying = data.path("horizontal").asBoolean(false);
        double top = series.size() > 1 ? 20 : 8;
        if (series.size() > 1) {
            legend(series);
        }
        var range = range(data, names.size());
        double left = lying ? width * 0.36 : LEFT;
        double length = lying ? width - left - 10 : bottom - top;
        if (lying) {
            ChartDrawing.across(pen, range, left, length, top, bottom);
        }
        else {
            ChartDrawing.upright(pen, range, unit(data), left, width, top, bottom);
            ChartDrawing.names(pen, names, left, width - left, bottom);
        }
        double each = (lying ? bottom - top : width - left) / Math.max(1, names.size());
        boolean stack = data.path("stack").asBoolean(false);
        boolean line = data.path("kind").asString("").equals("line");
        for (int i = 0; i < names.size(); i++) {
            if (lying) {
                pen.text(pen.fit(names.get(i), 7.5, left - 8), left - 6, top + each * (i + 0.5) + 3, 7.5, Ink.TEXT,
                        Pen.Stand.BEFORE);
            }
            double at = (lying ? top : left) + each * i;
            if (line) {
                points(data, series, i, range, at + each / 2, each, top);
            }
            else {
                bars(data, series, i, new Bars(range, lying, stack, at, each, left, top, length));
            }
        }
    }

    private record Bars(Range range, boolean lying, boolean stack, double at, double each, double left, double top,
            double length) {
    }

    private void bars(JsonNode data, JsonNode series, int i, Bars it) {
        double thick = Math.min(it.lying() && it.stack() ? 12 : 28, it.each() * 0.7 / (it.stack() ? 1 : series.size()));
        double before = 0;
        for (int s = 0; s < series.size(); s++) {
            double value = ChartDrawing.known(series.get(s).path("data").path(i));
            if (Double.isNaN(value)) {
                continue;
            }
            double from = it.range().share(it.stack() ? before : Math.clamp(0, it.range().low(), it.range().high()));
            double to = it.range().share(it.stack() ? before + value : value);
            before += value;
            double side = it.at() + it.each() / 2 + (it.stack() ? -thick / 2 : thick * (s - series.size() / 2.0));
            var ink = Ink.named(series.get(s).path("color").asString(""), s);
            double near = Math.min(from, to) * it.length();
            double reach = Math.abs(to - from) * it.length();
            if (it.lying()) {
                pen.box(it.left() + near, side, reach, thick, ink);
            }
            else {
                pen.box(side, it.top() + it.length() - near - reach, thick - 0.5, reach, ink);
            }
            if (data.path("labels").asBoolean(false) && !it.stack()) {
                label(it, value, side + thick / 2, near + reach);
            }
        }
    }

    private void label(Bars it, double value, double middle, double end) {
        var text = (value == Math.rint(value)) ? Range.number(value, 0) : Range.number(value, 1);
        if (it.lying()) {
            pen.text(text, it.left() + end + 3, middle + 2.5, 6.5, Ink.TEXT, Pen.Stand.AFTER);
        }
        else {
            pen.text(text, middle, it.top() + it.length() - end - 2, 6.5, Ink.TEXT, Pen.Stand.MIDDLE);
        }
    }

    private void points(JsonNode data, JsonNode series, int i, Range range, double x, double each, double top) {
        for (int s = 0; s < series.size(); s++) {
            var values = series.get(s).path("data");
            double value = ChartDrawing.known(values.path(i));
            if (Double.isNaN(value)) {
                continue;
            }
            var ink = Ink.named(series.get(s).path("color").asString(""), s);
            double y = bottom - range.share(value) * (bottom - top);
            double before = (i == 0) ? Double.NaN : ChartDrawing.known(values.path(i - 1));
            if (!Double.isNaN(before)) {
                pen.line(x - each, bottom - range.share(before) * (bottom - top), x, y, ink, 1.4, s >= 4);
            }
            pen.dot(x, y, 2.4, ink, ink);
        }
    }

    private void legend(JsonNode series) {
        double x = 0;
        for (int s = 0; s < series.size(); s++) {
            var name = series.get(s).path("name").asString("");
            pen.box(x, 2, 8, 6, Ink.named(series.get(s).path("color").asString(""), s));
            pen.text(name, x + 11, 8, ChartDrawing.SMALL, Ink.TEXT, Pen.Stand.AFTER);
            x += 22 + pen.width(name, ChartDrawing.SMALL);
        }
    }

    private static Range range(JsonNode data, int columns) {
        double low = ChartDrawing.known(data.path("min"));
        double high = ChartDrawing.known(data.path("max"));
        if (!Double.isNaN(low) && !Double.isNaN(high)) {
            return Range.of(low, high);
        }
        boolean stack = data.path("stack").asBoolean(false);
        boolean line = data.path("kind").asString("").equals("line");
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            double sum = 0;
            for (var one : data.path("series")) {
                double value = ChartDrawing.known(one.path("data").path(i));
                if (!Double.isNaN(value)) {
                    sum += value;
                    values.add(stack ? sum : value);
                }
            }
        }
        var all = values.stream().mapToDouble(Double::doubleValue);
        return line ? Range.over(all) : Range.over(DoubleStream.concat(DoubleStream.of(0), all));
    }

    private static String unit(JsonNode data) {
        var unit = data.path("unit").asString("");
        return unit.equals("%") ? unit : "";
    }

}
