package io.cesm.web.topissue;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cesm.domain.topissue.TopIssueDetails;
import io.cesm.governance.topissue.MeasuringTopIssues.Point;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Draws what a measure shows over time, with the target as a line. */
@Component
class MeasureChart {

    private final JsonMapper json;

    MeasureChart(JsonMapper json) {
        this.json = json;
    }

    /** The data of the chart; null if there is nothing to draw. */
    @Nullable String of(TopIssueDetails it, List<Point> points) {
        if (points.isEmpty() || it.plan().target() == null) {
            return null;
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("kind", "path");
        data.put("label", it.plan().measure());
        data.put("unit", it.plan().unit() == null ? "" : " " + it.plan().unit());
        data.put("digits", points.stream().allMatch(p -> p.value().stripTrailingZeros().scale() <= 0) ? 0 : 1);
        data.put("x", points.stream().map(p -> p.on().toString()).toList());
        data.put("centre", it.plan().target());
        data.put("min", least(it.plan().target(), points));
        data.put("points", points.stream().map(p -> {
            Map<String, @Nullable Object> point = new LinkedHashMap<>();
            point.put("name", p.on().toString());
            point.put("value", p.value());
            if (p.n() != null) {
                point.put("n", p.n());
                point.put("grey", p.n() < 5);
            }
            return point;
        }).toList());
        return json.writeValueAsString(data);
    }

    /** The line of the target has to be in the picture. */
    private static double least(BigDecimal target, List<Point> points) {
        var least = points.stream().map(Point::value).min(BigDecimal::compareTo).orElse(target).min(target);
        return least.signum() >= 0 ? 0 : Math.floor(least.doubleValue());
    }

}
