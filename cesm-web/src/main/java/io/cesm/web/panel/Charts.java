package io.cesm.web.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cesm.satisfaction.analysis.Told;
import io.cesm.satisfaction.figures.Interval;
import io.cesm.satisfaction.figures.Showing;
import org.jspecify.annotations.Nullable;

/** The data of charts, as {@code charts.js} draws them. */
public final class Charts {

    private Charts() {
    }

    /** A value with its interval as a dot with whiskers; hidden ones are hatched. */
    public static Map<String, @Nullable Object> dot(String name, Told told, @Nullable String href) {
        return dot(name, told.value(), told.interval(), told.showing(), told.n(), href);
    }

    public static Map<String, @Nullable Object> dot(String name, @Nullable Double value, @Nullable Interval interval,
            Showing showing, @Nullable Long n, @Nullable String href) {
        Map<String, @Nullable Object> dot = new LinkedHashMap<>();
        dot.put("name", name);
        dot.put("value", value);
        dot.put("low", (interval == null) ? null : interval.low());
        dot.put("high", (interval == null) ? null : interval.high());
        dot.put("n", n);
        if (showing == Showing.GREY || showing == Showing.DIRECTIONAL) {
            dot.put("grey", true);
        }
        if (showing == Showing.HIDDEN) {
            dot.put("hidden", true);
        }
        if (href != null) {
            dot.put("href", href);
        }
        return dot;
    }

    public static Map<String, @Nullable Object> dots(String label, int digits, String unit, double @Nullable [] range,
            List<Map<String, @Nullable Object>> rows) {
        Map<String, @Nullable Object> chart = new LinkedHashMap<>();
        chart.put("kind", "dots");
        chart.put("label", label);
        chart.put("digits", digits);
        chart.put("unit", unit);
        if (range != null) {
            chart.put("min", range[0]);
            chart.put("max", range[1]);
        }
        chart.put("rows", rows);
        return chart;
    }

    /** A line over time whose points have whiskers. */
    public static Map<String, @Nullable Object> path(String label, int digits, String unit, List<String> x,
            List<Map<String, @Nullable Object>> points) {
        Map<String, @Nullable Object> chart = new LinkedHashMap<>();
        chart.put("kind", "path");
        chart.put("label", label);
        chart.put("digits", digits);
        chart.put("unit", unit);
        chart.put("x", x);
        chart.put("points", points);
        return chart;
    }

    /** Bars of 100 % in three or more parts. */
    public static Map<String, @Nullable Object> stack(String label, List<String> names, List<String> parts,
            List<String> colours, List<List<Double>> shares) {
        Map<String, @Nullable Object> chart = new LinkedHashMap<>();
        chart.put("kind", "bar");
        chart.put("horizontal", true);
        chart.put("stack", true);
        chart.put("label", label);
        chart.put("unit", "%");
        chart.put("min", 0);
        chart.put("max", 100);
        chart.put("digits", 0);
        chart.put("x", names);
        var series = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < parts.size(); i++) {
            int part = i;
            series.add(Map.of("name", parts.get(i), "color", colours.get(i), "data",
                    shares.stream().map(it -> Math.round(it.get(part) * 10) / 10.0).toList()));
        }
        chart.put("series", series);
        return chart;
    }

    /** Points in four fields. */
    public static Map<String, @Nullable Object> quadrant(String label, String xName, String yName, double xLine,
            double yLine, List<String> corners, List<Map<String, Object>> points) {
        Map<String, @Nullable Object> chart = new LinkedHashMap<>();
        chart.put("kind", "quadrant");
        chart.put("label", label);
        chart.put("xName", xName);
        chart.put("yName", yName);
        chart.put("xLine", xLine);
        chart.put("yLine", yLine);
        chart.put("corners", corners);
        chart.put("points", points);
        return chart;
    }

}
