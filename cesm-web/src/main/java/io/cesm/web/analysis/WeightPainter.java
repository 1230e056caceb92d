package io.cesm.web.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.cesm.satisfaction.analysis.Kinds;
import io.cesm.satisfaction.analysis.Opened;
import io.cesm.satisfaction.analysis.Weighing;
import io.cesm.satisfaction.analysis.Weighted;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.panel.Panel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Weights that make those who answered look like everybody, and what they cost. */
@Component
class WeightPainter implements Painter {

    private final Weighing weighing;

    private final PartNames names;

    WeightPainter(Weighing weighing, PartNames names) {
        this.weighing = weighing;
        this.names = names;
    }

    @Override
    public View view() {
        return View.WEIGHTS;
    }

    @Override
    public Object data(Scene scene) {
        var weighted = weighted(scene);
        return (weighted == null) ? Map.of() : weighted;
    }

    private @Nullable Weighted weighted(Scene scene) {
        var kinds = kinds(scene.opened(), scene.query().margin());
        if (kinds.isEmpty()) {
            return null;
        }
        var weighted = weighing.weigh(scene.opened(), kinds, scene.query().basisOrInvited());
        boolean nobodyInvited = scene.query().basis() == null && weighted.why() != null;
        return nobodyInvited ? weighing.weigh(scene.opened(), kinds, Weighted.Basis.CUSTOMERS) : weighted;
    }

    /** The chosen ones, else the tier, else the first that is known. */
    List<String> kinds(Opened opened, @Nullable List<String> wanted) {
        var all = weighing.kinds(opened);
        if (wanted != null && !wanted.isEmpty()) {
            return all.stream().filter(wanted::contains).toList();
        }
        return all.contains(Kinds.TIER) ? List.of(Kinds.TIER) : all.stream().limit(1).toList();
    }

    @Override
    public List<Panel> paint(Scene scene) {
        var weighted = weighted(scene);
        if (weighted == null) {
            return List.of();
        }
        var tell = scene.tell();
        var why = weighted.why();
        if (why != null) {
            return List.of(Panel.build("weights", tell.say("analysis.weights.none"))
                .says(tell.say("refusal." + why.code(), words(why.args(), scene)))
                .note(tell.say("analysis.weights.try"))
                .panel());
        }
        return List.of(items(weighted, tell), shares(weighted, scene), groups(weighted, scene));
    }

    private Object[] words(List<String> args, Scene scene) {
        var locale = scene.tell().locale();
        return args.stream()
            .map(it -> Kinds.ALL.contains(it) ? names.kind(it, scene.opened().survey().measures(), locale) : it)
            .toArray();
    }

    private static Panel items(Weighted weighted, Telling tell) {
        var panel = Panel.build("weights", tell.say("analysis.weights"))
            .head(tell.say("analysis.column.item"))
            .num(tell.say("analysis.column.plain"))
            .num(tell.say("analysis.column.interval"))
            .num(tell.say("analysis.column.weighted"))
            .num(tell.say("analysis.column.interval"))
            .num("n");
        for (var item : weighted.items()) {
            panel.row(List.of(Cell.text(tell.words(item.name())), tell.cell(item.plain()),
                    tell.intervalCell(item.plain()), tell.cell(item.weighted()), tell.intervalCell(item.weighted()),
                    tell.n(item.plain(), null)));
        }
        return panel.says(tell.say("analysis.weights.like." + weighted.basis()))
            .says(tell.say("analysis.says.weights", Telling.number(weighted.designEffect(), 2), weighted.n(),
                    Telling.number(weighted.effective(), 0)))
            .says(tell.say((weighted.missed() < 0.001) ? "analysis.says.weights_met" : "analysis.says.weights_missed",
                    Telling.number(weighted.missed(), 1), weighted.capped()))
            .note(tell.say("analysis.weights.note"))
            .panel();
    }

    private Panel shares(Weighted weighted, Scene scene) {
        var tell = scene.tell();
        var measures = scene.opened().survey().measures();
        var regions = names.regions(weighted.shares().stream().map(Weighted.Share::part).toList());
        var panel = Panel.build("shares", tell.say("analysis.shares"))
            .head(tell.say("analysis.column.part"))
            .head(tell.say("analysis.by"))
            .num(tell.say("analysis.column.everybody"))
            .num(tell.say("analysis.column.answered_share"))
            .num(tell.say("analysis.column.weighted"));
        for (var share : weighted.shares()) {
            panel.row(List.of(Cell.text(names.part(share.kind(), share.part(), measures, regions, tell.locale())),
                    Cell.text(names.kind(share.kind(), measures, tell.locale())),
                    OverviewPainter.percent(share.wanted()), OverviewPainter.percent(share.answered()),
                    OverviewPainter.percent(share.weighted())));
        }
        return panel.panel();
    }

    private Panel groups(Weighted weighted, Scene scene) {
        var tell = scene.tell();
        var measures = scene.opened().survey().measures();
        var ids = new ArrayList<String>();
        weighted.groups().forEach(it -> ids.addAll(it.parts()));
        var regions = names.regions(ids);
        var panel = Panel.build("groups", tell.say("analysis.groups"))
            .head(String.join(" × ",
                    weighted.kinds().stream().map(it -> names.kind(it, measures, tell.locale())).toList()))
            .num("n")
            .num(tell.say("analysis.column.weight"));
        for (var group : weighted.groups()) {
            var parts = new ArrayList<String>();
            for (int i = 0; i < group.parts().size(); i++) {
                var part = group.parts().get(i);
                parts.add(part.isEmpty() ? tell.say("analysis.unknown")
                        : names.part(weighted.kinds().get(i), part, measures, regions, tell.locale()));
            }
            panel
                .row(List.of(Cell.text(parts.isEmpty() ? tell.say("analysis.groups.small") : String.join(" × ", parts)),
                        Cell.of(String.valueOf(group.n()), group.n()),
                        Cell.of(Telling.number(group.weight(), 3), group.weight())));
        }
        return panel.note(tell.say("analysis.groups.note")).panel();
    }

}
