package io.cesm.web.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.cesm.satisfaction.analysis.Claim;
import io.cesm.satisfaction.analysis.Gaps;
import io.cesm.satisfaction.analysis.ReadingFigures;
import io.cesm.satisfaction.analysis.Study;
import io.cesm.satisfaction.analysis.Studying;
import io.cesm.satisfaction.analysis.Told;
import io.cesm.satisfaction.figures.Comparing;
import io.cesm.satisfaction.figures.Gap;
import io.cesm.web.panel.Charts;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.panel.Panel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Perception less expectation: by item, by dimension, and the whole. */
@Component
class GapPainter implements Painter {

    private final ReadingFigures figures;

    private final Studying studying;

    private final PartNames names;

    GapPainter(ReadingFigures figures, Studying studying, PartNames names) {
        this.figures = figures;
        this.studying = studying;
        this.names = names;
    }

    /**
     * What programs are told.
     *
     * @param dimensions only for everybody
     */
    record Data(Gaps gaps, Study.@Nullable OfGaps dimensions) {
    }

    @Override
    public View view() {
        return View.GAPS;
    }

    @Override
    public Data data(Scene scene) {
        return new Data(figures.gaps(scene.opened()),
                scene.opened().filter().isNone() ? studying.gaps(scene.opened()) : null);
    }

    @Override
    public List<Panel> paint(Scene scene) {
        var data = data(scene);
        var panels = new ArrayList<Panel>();
        var dimensions = data.dimensions();
        var overall = (dimensions == null) ? null : dimensions.overall();
        if (dimensions != null && overall != null) {
            panels.add(dimensions(dimensions, overall, scene));
        }
        if (!data.gaps().items().isEmpty()) {
            panels.add(items(data.gaps(), scene));
        }
        return panels;
    }

    private Panel dimensions(Study.OfGaps gaps, Gap overall, Scene scene) {
        var tell = scene.tell();
        var called = names.dimensions(tell.locale());
        var panel = Panel.build("dimensions", tell.say("analysis.gaps.dimensions"))
            .head(tell.say("analysis.column.dimension"))
            .num(tell.say("analysis.column.gap"))
            .num(tell.say("analysis.column.interval"))
            .num("n")
            .num(tell.say("analysis.column.weight"))
            .head(tell.say("analysis.column.real"));
        var tests = Comparing.together(overall.parts().stream().map(Gap::test).toList());
        double sum = gaps.weights().stream().mapToDouble(it -> it).sum();
        var dots = new ArrayList<Map<String, @Nullable Object>>();
        for (int i = 0; i < overall.parts().size(); i++) {
            var part = overall.parts().get(i);
            var told = Told.of(part.gap());
            var name = called.getOrDefault(part.name(), part.name());
            var weight = gaps.weights().isEmpty() ? null : 100 * gaps.weights().get(i) / sum;
            dots.add(Charts.dot(name, told, null));
            panel.row(List.of(Cell.text(name), tell.cell(told), tell.intervalCell(told), tell.n(told, null),
                    Cell.of((weight == null) ? "–" : Telling.number(weight, 0) + "%", weight),
                    tell.claim(Claim.of(tests.get(i)), tests.get(i))));
        }
        whole(panel, dots, tell.say("analysis.gaps.all"), overall, tell);
        var weighted = gaps.weighted();
        if (weighted != null) {
            whole(panel, dots, tell.say("analysis.gaps.weighted"), weighted, tell);
        }
        var chart = Charts.dots(tell.say("analysis.gaps.dimensions"), 2, "", null, dots);
        chart.put("line", 0.0);
        panel.chart(tell.json(chart), 70 + 32 * dots.size());
        panel.says(tell.say("analysis.says.gap." + Claim.of(overall.test()), Telling.number(abs(overall), 2),
                tell.p(overall.test().p())));
        overall.parts()
            .stream()
            .filter(it -> it.gap().known())
            .min(Comparator.comparingDouble(GapPainter::value))
            .ifPresent(it -> panel.says(tell.say("analysis.says.gap_widest", called.getOrDefault(it.name(), it.name()),
                    Telling.number(it.gap().value(), 2))));
        return panel.note(tell.say("analysis.gaps.note")).note(tell.say("analysis.gaps.levels")).panel();
    }

    private static void whole(Panel.Builder panel, List<Map<String, @Nullable Object>> dots, String name, Gap gap,
            Telling tell) {
        var told = Told.of(gap.gap());
        dots.add(Charts.dot(name, told, null));
        panel.row(List.of(Cell.text(name).as("sum"), tell.cell(told), tell.intervalCell(told), tell.n(told, null),
                Cell.of("", null), tell.claim(Claim.of(gap.test()), gap.test())));
    }

    private static double value(Gap gap) {
        var value = gap.gap().value();
        return (value == null) ? 0 : value;
    }

    private static double abs(Gap gap) {
        return Math.abs(value(gap));
    }

    private static Panel items(Gaps gaps, Scene scene) {
        var tell = scene.tell();
        var panel = Panel.build("items", tell.say("analysis.gaps.items"))
            .head(tell.say("analysis.column.item"))
            .num(tell.say("analysis.column.expected"))
            .num(tell.say("analysis.column.perceived"))
            .num(tell.say("analysis.column.gap"))
            .num(tell.say("analysis.column.interval"))
            .num(tell.say("analysis.column.pairs"))
            .head(tell.say("analysis.column.real"));
        var dots = new ArrayList<Map<String, @Nullable Object>>();
        for (var row : gaps.items()) {
            panel.row(List.of(Cell.text(tell.words(row.name())), tell.cell(row.expected()), tell.cell(row.perceived()),
                    tell.cell(row.gap()), tell.intervalCell(row.gap()),
                    tell.n(row.gap(), scene.answers(row.key() + ".p")), tell.claim(row.claim(), row.test())));
            dots.add(Charts.dot(tell.brief(row.name()), row.gap(), scene.answers(row.key() + ".p")));
        }
        var chart = Charts.dots(tell.say("analysis.gaps.items"), 2, "", null, dots);
        chart.put("line", 0.0);
        panel.chart(tell.json(chart), 70 + 28 * dots.size());
        long lower = gaps.items().stream().filter(it -> it.claim() == Claim.LOWER).count();
        long higher = gaps.items().stream().filter(it -> it.claim() == Claim.HIGHER).count();
        return panel.says(tell.say("analysis.says.gap_items", gaps.items().size(), lower, higher))
            .note(tell.say("analysis.gaps.items.note"))
            .panel();
    }

}
