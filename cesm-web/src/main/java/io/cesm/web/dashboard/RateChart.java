package io.cesm.web.dashboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cesm.governance.report.ComplaintRates;
import io.cesm.governance.report.MonthFigures;
import io.cesm.satisfaction.figures.ControlChart;
import io.cesm.web.panel.Charts;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.panel.Panel;
import io.cesm.web.panel.Say;
import org.jspecify.annotations.Nullable;

/** Complaints per hundred customers and month in their control limits. */
final class RateChart {

    private RateChart() {
    }

    static Panel of(List<MonthFigures> months, long customers, Say say) {
        var whole = ComplaintRates.whole(months);
        var chart = ComplaintRates.chart(months, customers);
        var panel = Panel.build("rate", say.say("dashboard.rate"))
            .head(say.say("analysis.column.month"))
            .num(say.say("dashboard.tile.received"))
            .num(say.say("dashboard.rate.value"))
            .num(say.say("analysis.column.limits"))
            .head(say.say("analysis.column.alarm"));
        var names = new ArrayList<String>();
        var points = new ArrayList<Map<String, @Nullable Object>>();
        for (int i = 0; i < chart.points().size(); i++) {
            var point = chart.points().get(i);
            var name = whole.get(i).month().toString().substring(0, 7);
            names.add(name);
            points.add(point(name, point));
            panel.row(List.of(Cell.text(name), Cell.of(String.valueOf(point.count()), point.count()),
                    Cell.of(Say.number(point.value(), 2), point.value()),
                    Cell.of(Say.number(point.low(), 2) + " – " + Say.number(point.high(), 2), null),
                    Cell.text((point.alarm() == null) ? "" : say.say("analysis.alarm." + point.alarm()))));
        }
        if (customers > 0) {
            var drawn = Charts.path(say.say("dashboard.rate"), 2, "", names, points);
            drawn.put("centre", chart.centre());
            panel.chart(Say.json(drawn), 240);
        }
        int alarms = chart.alarms().size();
        var quiet = customers == 0 ? "dashboard.rate.none" : "dashboard.rate.quiet";
        return panel.says((alarms == 0) ? say.say(quiet) : say.say("dashboard.rate.alarm", alarms))
            .note(say.say("dashboard.rate.note", customers))
            .panel();
    }

    private static Map<String, @Nullable Object> point(String name, ControlChart.Point point) {
        Map<String, @Nullable Object> dot = new LinkedHashMap<>();
        dot.put("name", name);
        dot.put("value", point.value());
        dot.put("limitLow", point.low());
        dot.put("limitHigh", point.high());
        dot.put("n", point.count());
        dot.put("alarm", point.alarm() != null);
        return dot;
    }

}
