package io.cesm.web.analysis;

import java.util.ArrayList;
import java.util.List;

import io.cesm.satisfaction.analysis.Study;
import io.cesm.satisfaction.analysis.Studying;
import io.cesm.satisfaction.figures.Reliability;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.panel.Panel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether items that belong together measure one thing. */
@Component
class ReliabilityPainter implements Painter {

    private static final double GOOD = 0.7;

    private final Studying studying;

    private final PartNames names;

    ReliabilityPainter(Studying studying, PartNames names) {
        this.studying = studying;
        this.names = names;
    }

    @Override
    public View view() {
        return View.RELIABILITY;
    }

    @Override
    public Study.OfReliability data(Scene scene) {
        return studying.reliability(scene.opened());
    }

    @Override
    public List<Panel> paint(Scene scene) {
        var groups = data(scene).groups();
        if (groups.isEmpty()) {
            return List.of();
        }
        var panels = new ArrayList<Panel>();
        panels.add(alphas(groups, scene));
        panels.add(items(groups, scene));
        return panels;
    }

    private Panel alphas(List<Study.Group> groups, Scene scene) {
        var tell = scene.tell();
        var panel = Panel.build("alpha", tell.say("analysis.alpha"))
            .head(tell.say("analysis.column.group"))
            .num(tell.say("analysis.column.alpha"))
            .num(tell.say("analysis.column.interval"))
            .num("n")
            .num(tell.say("analysis.column.items"));
        int good = 0;
        int known = 0;
        for (var group : groups) {
            var reliability = group.reliability();
            var alpha = (reliability == null) ? null : reliability.alpha();
            var value = (alpha == null) ? null : alpha.value();
            known += (value == null) ? 0 : 1;
            good += (value != null && value >= GOOD) ? 1 : 0;
            var why = group.why();
            panel.row(List.of(Cell.text(name(group.group(), scene)), Cell.of(Telling.number(value, 3), value),
                    Cell.of((alpha == null) ? "–" : tell.interval(alpha.interval(), 3),
                            (alpha == null) ? null : alpha.interval()),
                    (alpha != null) ? Cell.of(String.valueOf(alpha.n()), alpha.n())
                            : Cell.text((why == null) ? "" : tell.say("refusal." + why.code(), why.args().toArray())),
                    Cell.of(String.valueOf(group.items().size()), group.items().size())));
        }
        return panel.says(tell.say("analysis.says.alpha", known, good)).note(tell.say("analysis.alpha.note")).panel();
    }

    private Panel items(List<Study.Group> groups, Scene scene) {
        var tell = scene.tell();
        var panel = Panel.build("dropped", tell.say("analysis.dropped"))
            .head(tell.say("analysis.column.item"))
            .head(tell.say("analysis.column.group"))
            .num(tell.say("analysis.column.alpha_without"))
            .num(tell.say("analysis.column.rest_correlation"));
        var better = new ArrayList<String>();
        for (var group : groups) {
            var reliability = group.reliability();
            if (reliability == null) {
                continue;
            }
            for (Reliability.Item item : reliability.items()) {
                panel.row(List.of(Cell.text(DriverPainter.name(scene, item.name(), true)),
                        Cell.text(name(group.group(), scene)),
                        Cell.of(Telling.number(item.alphaIfDropped(), 3), item.alphaIfDropped()),
                        Cell.of(Telling.number(item.restCorrelation(), 2), item.restCorrelation())));
                if (rises(item.alphaIfDropped(), reliability.alpha().value())) {
                    better.add(DriverPainter.name(scene, item.name(), false));
                }
            }
        }
        return panel.says(better.isEmpty() ? tell.say("analysis.says.dropped_none")
                : tell.say("analysis.says.dropped", String.join(tell.chinese() ? "、" : ", ", better)))
            .panel();
    }

    private static boolean rises(@Nullable Double without, @Nullable Double with) {
        return without != null && with != null && without > with + 0.02;
    }

    private String name(String group, Scene scene) {
        if (group.equals("satisfaction")) {
            return scene.tell().say("analysis.construct.satisfaction");
        }
        var dimension = names.dimensions(scene.tell().locale()).get(group);
        if (dimension != null) {
            return dimension;
        }
        return scene.opened()
            .survey()
            .measures()
            .definition()
            .question(group)
            .map(it -> scene.tell().brief(it.head().text().by()))
            .orElse(group);
    }

}
