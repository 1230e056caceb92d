package io.cesm.web.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cesm.satisfaction.measure.scorecard.PeriodDetails;
import org.jspecify.annotations.Nullable;

/** A line over periods, for charts.js; what is not known is a gap. */
final class ScorecardTrend {

    private ScorecardTrend() {
    }

    static Map<String, Object> of(List<PeriodDetails> latestFirst, String name) {
        var x = new ArrayList<String>();
        var data = new ArrayList<@Nullable BigDecimal>();
        for (var it : latestFirst.reversed()) {
            x.add(it.label());
            data.add(shown(it.totalLevel()));
        }
        return chart(x, List.of(series(name, data, "P")), 0, 100);
    }

    static @Nullable BigDecimal shown(@Nullable BigDecimal level) {
        return level == null ? null : level.setScale(1, RoundingMode.HALF_UP);
    }

    static Map<String, Object> series(String name, List<? extends @Nullable Object> data, String color) {
        Map<String, Object> series = new LinkedHashMap<>();
        series.put("name", name);
        series.put("data", data);
        series.put("color", color);
        return series;
    }

    static Map<String, Object> chart(List<String> x, List<Map<String, Object>> series, @Nullable Integer min,
            @Nullable Integer max) {
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("kind", "line");
        chart.put("x", x);
        chart.put("series", series);
        if (min != null && max != null) {
            chart.put("min", min);
            chart.put("max", max);
        }
        return chart;
    }

}
