package io.cesm.web.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.cesm.satisfaction.analysis.Ladder;
import io.cesm.web.panel.Charts;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.panel.Panel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far an experience has come: reliable, convenient, easy, efficient, pleasant. */
@Component
class LadderPainter implements Painter {

    @Override
    public View view() {
        return View.LADDER;
    }

    @Override
    public Ladder data(Scene scene) {
        return Ladder.of(scene.opened(), Objects.requireNonNullElse(scene.query().rung(), List.of()),
                Objects.requireNonNullElse(scene.query().threshold(), Ladder.USUAL));
    }

    @Override
    public List<Panel> paint(Scene scene) {
        var ladder = data(scene);
        var tell = scene.tell();
        var panel = Panel.build("ladder", tell.say("analysis.ladder"))
            .head(tell.say("analysis.column.rung"))
            .head(tell.say("analysis.column.item"))
            .num("0–100")
            .num(tell.say("analysis.column.interval"))
            .num("n")
            .head(tell.say("analysis.column.passes"));
        var dots = new ArrayList<Map<String, @Nullable Object>>();
        for (var step : ladder.rungs()) {
            var name = tell.say("analysis.rung." + step.rung());
            var level = step.level();
            var key = step.key();
            if (level == null || key == null) {
                panel.row(List.of(Cell.text(name), Cell.text(tell.say("analysis.ladder.not_asked")), Cell.of("–", null),
                        Cell.of("–", null), Cell.of("–", null), Cell.text("")));
                continue;
            }
            dots.add(Charts.dot(name, level, scene.answers(key)));
            panel.row(List.of(Cell.text(name), Cell.text(DriverPainter.name(scene, key, true)), tell.cell(level),
                    tell.intervalCell(level), tell.n(level, scene.answers(key)),
                    Cell.text(tell.say(step.counts() ? "analysis.ladder.counts"
                            : step.passes() ? "analysis.ladder.passes" : "analysis.ladder.fails"))));
        }
        if (!dots.isEmpty()) {
            var chart = Charts.dots(tell.say("analysis.ladder"), 0, "", new double[] { 0, 100 }, dots);
            chart.put("line", ladder.threshold());
            chart.put("lineName", tell.say("analysis.ladder.threshold"));
            panel.chart(tell.json(chart), 70 + 34 * dots.size());
        }
        var reached = ladder.reached();
        return List.of(panel
            .says((reached == null) ? tell.say("analysis.says.ladder_none")
                    : tell.say("analysis.says.ladder", tell.say("analysis.rung." + reached)))
            .note(tell.say("analysis.ladder.note", Telling.number(ladder.threshold(), 0)))
            .panel());
    }

}
