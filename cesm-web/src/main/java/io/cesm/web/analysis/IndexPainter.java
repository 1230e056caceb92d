package io.cesm.web.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.cesm.satisfaction.analysis.Study;
import io.cesm.satisfaction.analysis.Studying;
import io.cesm.satisfaction.analysis.Told;
import io.cesm.satisfaction.figures.Figure;
import io.cesm.satisfaction.figures.PathModelResult;
import io.cesm.web.panel.Charts;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.panel.Panel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Indices of the ACSI and ECSI type. */
@Component
class IndexPainter implements Painter {

    private final Studying studying;

    IndexPainter(Studying studying) {
        this.studying = studying;
    }

    @Override
    public View view() {
        return View.INDEX;
    }

    @Override
    public Study.OfIndex data(Scene scene) {
        return studying.index(scene.opened());
    }

    @Override
    public List<Panel> paint(Scene scene) {
        var index = data(scene);
        var panels = new ArrayList<Panel>();
        var acsi = index.acsiType();
        if (acsi != null) {
            panels.add(acsi(acsi, index.acsiItems(), scene));
        }
        var ecsi = index.ecsi();
        if (ecsi != null) {
            panels.add(constructs(ecsi, scene));
            panels.add(paths(ecsi, scene));
        }
        var why = index.why();
        if (why != null) {
            panels.add(Panel.build("model", scene.tell().say("analysis.ecsi"))
                .says(scene.tell().say("refusal." + why.code(), why.args().toArray()))
                .panel());
        }
        return panels;
    }

    private static Panel acsi(Figure figure, List<String> items, Scene scene) {
        var tell = scene.tell();
        var told = Told.of(figure);
        var panel = Panel.build("acsi", tell.say("analysis.acsi"))
            .head(tell.say("analysis.column.index_name"))
            .num("0–100")
            .num(tell.say("analysis.column.interval"))
            .num("n");
        panel.row(List.of(Cell.text(tell.say("analysis.acsi.name")), tell.cell(told), tell.intervalCell(told),
                tell.n(told, null)));
        return panel.says(Sentences.figure(tell.say("analysis.acsi.name"), told, tell))
            .note(tell.say("analysis.acsi.note",
                    String.join(" · ", items.stream().map(it -> DriverPainter.name(scene, it, false)).toList())))
            .panel();
    }

    private static Panel constructs(PathModelResult ecsi, Scene scene) {
        var tell = scene.tell();
        var panel = Panel.build("ecsi", tell.say("analysis.ecsi"))
            .head(tell.say("analysis.column.construct"))
            .num("0–100")
            .num(tell.say("analysis.column.interval"))
            .num("n")
            .num("R²")
            .num(tell.say("analysis.column.rho"))
            .num(tell.say("analysis.column.ave"));
        var dots = new ArrayList<Map<String, @Nullable Object>>();
        for (var construct : ecsi.constructs()) {
            var told = Told.of(construct.index());
            var name = tell.say("analysis.construct." + construct.name());
            var explained = construct.rSquared();
            dots.add(Charts.dot(name, told, null));
            panel.row(List.of(Cell.text(name), tell.cell(told), tell.intervalCell(told), tell.n(told, null),
                    Cell.of((explained == null) ? "–" : Telling.number(explained.value(), 3),
                            (explained == null) ? null : explained.value()),
                    Cell.of(Telling.number(construct.reliability(), 2), construct.reliability()),
                    Cell.of(Telling.number(construct.averageVariance(), 2), construct.averageVariance())));
        }
        return panel.chart(tell.json(Charts.dots(tell.say("analysis.ecsi"), 1, "", null, dots)), 70 + 32 * dots.size())
            .says(tell.say("analysis.says.ecsi", String.valueOf(ecsi.n())))
            .note(tell.say("analysis.ecsi.note"))
            .panel();
    }

    private static Panel paths(PathModelResult ecsi, Scene scene) {
        var tell = scene.tell();
        var panel = Panel.build("paths", tell.say("analysis.paths"))
            .head(tell.say("analysis.column.path"))
            .num(tell.say("analysis.column.coefficient"))
            .num(tell.say("analysis.column.interval"))
            .head(tell.say("analysis.column.real"));
        var dots = new ArrayList<Map<String, @Nullable Object>>();
        long real = 0;
        for (var path : ecsi.paths()) {
            var name = tell.say("analysis.construct." + path.from()) + " → "
                    + tell.say("analysis.construct." + path.to());
            var told = Told.of(path.coefficient());
            var interval = told.interval();
            boolean away = interval != null && !interval.contains(0);
            real += away ? 1 : 0;
            dots.add(Charts.dot(name, told, null));
            panel.row(List.of(Cell.text(name), Cell.of(Telling.number(told.value(), 3), told.value()),
                    Cell.of(tell.interval(interval, 3), interval),
                    Cell.text(tell.say(away ? "analysis.path.real" : "analysis.path.not_real"))));
        }
        var chart = Charts.dots(tell.say("analysis.paths"), 3, "", null, dots);
        chart.put("line", 0.0);
        return panel.chart(tell.json(chart), 70 + 30 * dots.size())
            .says(tell.say("analysis.says.paths", ecsi.paths().size(), real))
            .panel();
    }

}
