package io.cesm.web.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.cesm.satisfaction.analysis.ReadingFigures;
import io.cesm.satisfaction.analysis.Segments;
import io.cesm.web.panel.Charts;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.panel.Panel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An item in the parts of the respondents. */
@Component
class SegmentPainter implements Painter {

    private final ReadingFigures figures;

    private final PartNames names;

    SegmentPainter(ReadingFigures figures, PartNames names) {
        this.figures = figures;
        this.names = names;
    }

    @Override
    public View view() {
        return View.SEGMENTS;
    }

    @Override
    public Segments data(Scene scene) {
        return figures.segments(scene.opened(), scene.query().item(), scene.query().by());
    }

    @Override
    public List<Panel> paint(Scene scene) {
        var segments = data(scene);
        if (segments.key() == null) {
            return List.of();
        }
        var tell = scene.tell();
        var measures = scene.opened().survey().measures();
        int digits = Telling.digits(segments.method());
        var kind = names.kind(segments.kind(), measures, tell.locale());
        var regions = names.regions(segments.rows().stream().map(it -> String.valueOf(it.part())).toList());
        var panel = Panel.build("segments", tell.say("analysis.segments", tell.words(segments.name()), kind))
            .head(kind)
            .num(tell.say("analysis.column.figure"))
            .num(tell.say("analysis.column.interval"))
            .num("n")
            .num(tell.say("analysis.column.rest"))
            .head(tell.say("analysis.column.real"));
        var dots = new ArrayList<Map<String, @Nullable Object>>();
        var parameter = AnalysisQuery.parameter(segments.kind());
        for (var row : segments.rows()) {
            var part = String.valueOf(row.part());
            var name = names.part(segments.kind(), part, measures, regions, tell.locale());
            var value = AnalysisQuery.value(segments.kind(), part);
            var link = scene.query().link(scene.opened().id(), "").with(parameter, value).toString();
            var answers = scene.query()
                .link(scene.opened().id(), "/answers")
                .with(parameter, value)
                .with("item", segments.key())
                .toString();
            dots.add(Charts.dot(name, row.figure(), row.figure().known() ? link : null));
            panel.row(List.of(Cell.text(name).to(row.figure().known() ? link : null), tell.cell(row.figure()),
                    tell.intervalCell(row.figure()), tell.n(row.figure(), answers),
                    tell.change(row.againstRest(), digits), tell.claim(row.claim(), row.againstRest())));
        }
        var whole = segments.whole();
        panel.row(
                List.of(Cell.text(tell.say("analysis.everybody")).as("sum"), tell.cell(whole), tell.intervalCell(whole),
                        tell.n(whole, scene.answers(segments.key())), Cell.of("", null), Cell.text("")));
        if (segments.rows().stream().allMatch(it -> it.figure().showing().comparable())) {
            dots.sort(Comparator.comparingDouble(
                    (Map<String, @Nullable Object> dot) -> (dot.get("value") instanceof Double number) ? -number : 0));
        }
        var chart = Charts.dots(tell.words(segments.name()), digits, Telling.unit(segments.method()), null, dots);
        chart.put("line", whole.value());
        chart.put("lineName", tell.say("analysis.everybody"));
        panel.chart(tell.json(chart), 70 + 30 * dots.size());
        says(segments, panel, tell, dots.size());
        return List.of(panel.note(tell.say("analysis.method", tell.method(segments.method())))
            .note(tell.say("analysis.segments.note"))
            .panel());
    }

    private static void says(Segments segments, Panel.Builder panel, Telling tell, int parts) {
        long higher = segments.rows()
            .stream()
            .filter(it -> it.claim() == io.cesm.satisfaction.analysis.Claim.HIGHER)
            .count();
        long lower = segments.rows()
            .stream()
            .filter(it -> it.claim() == io.cesm.satisfaction.analysis.Claim.LOWER)
            .count();
        panel.says((higher + lower == 0) ? tell.say("analysis.says.segments_same", parts)
                : tell.say("analysis.says.segments_differ", parts, higher, lower));
        if (segments.hiddenParts() > 0) {
            panel.says(tell.say("analysis.says.parts_hidden", segments.hiddenParts()));
        }
    }

}
