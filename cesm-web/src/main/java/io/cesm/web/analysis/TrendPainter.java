package io.cesm.web.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cesm.satisfaction.analysis.ReadingFigures;
import io.cesm.satisfaction.analysis.Trend;
import io.cesm.satisfaction.figures.ControlChart;
import io.cesm.web.panel.Charts;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.panel.Panel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An item over waves and months, and its control chart. */
@Component
class TrendPainter implements Painter {

    private final ReadingFigures figures;

    TrendPainter(ReadingFigures figures) {
        this.figures = figures;
    }

    @Override
    public View view() {
        return View.TREND;
    }

    @Override
    public Trend data(Scene scene) {
        return figures.trend(scene.opened(), scene.query().item());
    }

    @Override
    public List<Panel> paint(Scene scene) {
        var trend = data(scene);
        if (trend.key() == null) {
            return List.of();
        }
        var panels = new ArrayList<Panel>();
        if (trend.waves().size() > 1) {
            panels.add(waves(trend, scene));
        }
        panels.add(months(trend, scene));
        var control = trend.control();
        if (control != null && trend.months().size() > 1) {
            panels.add(control(trend, control, scene));
        }
        return panels;
    }

    private static Panel waves(Trend trend, Scene scene) {
        var tell = scene.tell();
        int digits = Telling.digits(trend.method());
        var panel = moved("waves", tell.say("analysis.waves", tell.words(trend.name())),
                tell.say("analysis.column.wave"), tell);
        var points = new ArrayList<Map<String, @Nullable Object>>();
        var names = new ArrayList<String>();
        for (var wave : trend.waves()) {
            var name = (wave.wave() == null) ? wave.number() : wave.wave();
            var href = "/surveys/" + wave.survey() + "/analysis";
            names.add(name);
            points.add(Charts.dot(name, wave.figure(), href));
            panel.row(List.of(Cell.text(name).to(href), tell.cell(wave.figure()), tell.intervalCell(wave.figure()),
                    tell.n(wave.figure(), href + "/answers"), tell.change(wave.change(), digits),
                    wave.comparable() ? tell.claim(wave.claim(), wave.change())
                            : Cell.text(tell.say("analysis.not_comparable"))));
        }
        panel.chart(
                tell.json(Charts.path(tell.words(trend.name()), digits, Telling.unit(trend.method()), names, points)),
                300);
        var last = trend.waves().getLast();
        panel.says(Sentences.figure(names.getLast(), last.figure(), tell));
        var change = last.change();
        if (change != null) {
            panel.says(Sentences.change(last.claim(), change, digits, names.get(names.size() - 2), tell));
        }
        panel.note(tell.say("analysis.method", tell.method(trend.method())));
        Sentences.changeNote(trend.method(), trend.waves().stream().anyMatch(wave -> wave.change() != null), tell)
            .forEach(panel::note);
        return panel.panel();
    }

    private static Panel months(Trend trend, Scene scene) {
        var tell = scene.tell();
        int digits = Telling.digits(trend.method());
        var panel = moved("months", tell.say("analysis.months", tell.words(trend.name())),
                tell.say("analysis.column.month"), tell);
        var points = new ArrayList<Map<String, @Nullable Object>>();
        var names = new ArrayList<String>();
        for (var month : trend.months()) {
            var name = month.month().toString().substring(0, 7);
            var href = scene.query()
                .link(scene.opened().id(), "/answers")
                .with("month", name)
                .with("item", trend.key());
            names.add(name);
            points.add(Charts.dot(name, month.figure(), href.toString()));
            panel.row(List.of(Cell.text(name), tell.cell(month.figure()), tell.intervalCell(month.figure()),
                    tell.n(month.figure(), href.toString()), tell.change(month.change(), digits),
                    tell.claim(month.claim(), month.change())));
        }
        if (names.size() > 1) {
            panel.chart(
                    tell.json(
                            Charts.path(tell.words(trend.name()), digits, Telling.unit(trend.method()), names, points)),
                    300);
        }
        long real = trend.months().stream().filter(it -> it.claim().isReal()).count();
        if (names.size() > 1) {
            panel.says((real == 0) ? tell.say("analysis.says.months_still", names.size())
                    : tell.say("analysis.says.months_moved", names.size(), real));
        }
        else if (!trend.months().isEmpty()) {
            panel.says(Sentences.figure(names.getFirst(), trend.months().getFirst().figure(), tell));
        }
        panel.note(tell.say("analysis.method", tell.method(trend.method()))).note(tell.say("analysis.months.note"));
        Sentences.changeNote(trend.method(), trend.months().stream().anyMatch(month -> month.change() != null), tell)
            .forEach(panel::note);
        return panel.panel();
    }

    private static Panel.Builder moved(String id, String title, String first, Telling tell) {
        return Panel.build(id, title)
            .head(first)
            .num(tell.say("analysis.column.figure"))
            .num(tell.say("analysis.column.interval"))
            .num("n")
            .num(tell.say("analysis.column.change"))
            .head(tell.say("analysis.column.real"));
    }

    private static Panel control(Trend trend, ControlChart control, Scene scene) {
        var tell = scene.tell();
        var panel = Panel.build("control", tell.say("analysis.control", trend.badUpTo()))
            .head(tell.say("analysis.column.month"))
            .num(tell.say("analysis.column.bad_share"))
            .num(tell.say("analysis.column.limits"))
            .num("n")
            .head(tell.say("analysis.column.alarm"));
        var names = new ArrayList<String>();
        var points = new ArrayList<Map<String, @Nullable Object>>();
        for (int i = 0; i < control.points().size(); i++) {
            var point = control.points().get(i);
            var name = trend.months().get(i).month().toString().substring(0, 7);
            names.add(name);
            Map<String, @Nullable Object> dot = new LinkedHashMap<>();
            dot.put("name", name);
            dot.put("value", percent(point.value()));
            dot.put("limitLow", percent(point.low()));
            dot.put("limitHigh", percent(point.high()));
            dot.put("alarm", point.alarm() != null);
            points.add(dot);
            panel.row(List.of(Cell.text(name), OverviewPainter.percent(percent(point.value())),
                    Cell.of(Telling.number(percent(point.low()), 1) + " – " + Telling.number(percent(point.high()), 1),
                            null),
                    Cell.of(String.valueOf((long) point.size()), (long) point.size()),
                    Cell.text((point.alarm() == null) ? "" : tell.say("analysis.alarm." + point.alarm()))));
        }
        var chart = Charts.path(tell.say("analysis.control", trend.badUpTo()), 1, "%", names, points);
        chart.put("centre", percent(control.centre()));
        panel.chart(tell.json(chart), 260);
        int alarms = control.alarms().size();
        return panel
            .says((alarms == 0) ? tell.say("analysis.says.control_quiet")
                    : tell.say("analysis.says.control_alarm", alarms))
            .note(tell.say("analysis.control.note"))
            .panel();
    }

    private static @Nullable Double percent(@Nullable Double share) {
        return (share == null) ? null : 100 * share;
    }

}
