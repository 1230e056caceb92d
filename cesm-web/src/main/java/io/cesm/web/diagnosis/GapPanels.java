package io.cesm.web.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.dimension.Flow;
import io.cesm.governance.diagnosis.CaseSource;
import io.cesm.governance.diagnosis.DiagnosingGaps;
import io.cesm.governance.diagnosis.DimensionDiagnosis;
import io.cesm.governance.diagnosis.GapMatrix;
import io.cesm.satisfaction.analysis.Claim;
import io.cesm.satisfaction.figures.ServiceGap;
import io.cesm.web.panel.Charts;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.panel.Panel;
import io.cesm.web.panel.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The diagnosis as panels: flows × gaps, the gaps against the time before, and
 * dimensions.
 */
@Component
public class GapPanels {

    private static final int FEW = 30;

    private static final String CASES = "/insights/gaps/cases";

    private final DiagnosingGaps diagnosing;

    private final DimensionBook dimensions;

    private final MessageSource messages;

    GapPanels(DiagnosingGaps diagnosing, DimensionBook dimensions, MessageSource messages) {
        this.diagnosing = diagnosing;
        this.dimensions = dimensions;
        this.messages = messages;
    }

    List<Panel> of(GapQuery query, Locale locale) {
        var filter = query.filter(diagnosing.usual());
        var say = new Say(messages, locale);
        var matrix = diagnosing.matrix(filter);
        var panels = new ArrayList<Panel>();
        panels.add(matrix(matrix, query, say));
        if (matrix.n() > 0) {
            panels.add(gaps(matrix, diagnosing.matrix(filter.before()), query, say));
        }
        var measured = diagnosing.dimensions(filter);
        if (!measured.isEmpty()) {
            panels.add(dimensions(measured, query, say));
        }
        return panels;
    }

    private static Panel matrix(GapMatrix matrix, GapQuery query, Say say) {
        var panel = Panel.build("matrix", say.say("diagnosis.matrix")).head(say.say("diagnosis.flow"));
        var columns = new ArrayList<String>();
        for (var gap : ServiceGap.values()) {
            panel.num(say.say("ServiceGap." + gap));
            columns.add(say.say("ServiceGap." + gap));
        }
        panel.num(say.say("diagnosis.all"));
        var flows = new ArrayList<@Nullable Flow>(Arrays.asList(Flow.values()));
        if (matrix.of(null) > 0) {
            flows.add(null);
        }
        var rows = new ArrayList<String>();
        var values = new ArrayList<List<Long>>();
        long most = 1;
        for (var flow : flows) {
            var name = say.say("insight.flow." + ((flow == null) ? "none" : flow.name()));
            var cells = new ArrayList<Cell>();
            var numbers = new ArrayList<Long>();
            cells.add(Cell.text(name));
            for (var gap : ServiceGap.values()) {
                long n = matrix.of(flow, gap);
                most = Math.max(most, n);
                numbers.add(n);
                cells.add(say.count(n, cases(query, flow, gap)));
            }
            cells.add(say.count(matrix.of(flow), cases(query, flow, null)).as("sum"));
            rows.add(name);
            values.add(numbers);
            panel.row(cells);
        }
        var sum = new ArrayList<Cell>();
        sum.add(Cell.text(say.say("diagnosis.all")).as("sum"));
        var byGap = matrix.byGap();
        for (var gap : ServiceGap.values()) {
            sum.add(say.count(byGap.getOrDefault(gap, 0L), query.keep(CASES).with("gap", gap).toString()).as("sum"));
        }
        sum.add(say.count(matrix.n(), query.keep(CASES).toString()).as("sum"));
        panel.row(sum);
        if (matrix.n() > 0) {
            Map<String, @Nullable Object> chart = new LinkedHashMap<>();
            chart.put("kind", "heat");
            chart.put("label", say.say("diagnosis.matrix"));
            chart.put("diverging", false);
            chart.put("min", 0);
            chart.put("max", most * 1.8);
            chart.put("x", columns);
            chart.put("y", rows);
            chart.put("values", values);
            panel.chart(Say.json(chart), 90 + 46 * rows.size());
        }
        sentences(matrix, say).forEach(panel::says);
        return panel.note(say.say("diagnosis.sources", matrix.counted(CaseSource.COMPLAINT),
                matrix.counted(CaseSource.FOLLOW_UP), matrix.counted(CaseSource.EXPECTATION), matrix.undiagnosed(),
                matrix.counted(CaseSource.TOP_ISSUE)))
            .note(say.say("diagnosis.rules"))
            .panel();
    }

    /** What the matrix shows, and how sure it is. */
    public static List<String> sentences(GapMatrix matrix, Say say) {
        var largest = matrix.largest();
        if (largest == null) {
            return List.of(say.say("diagnosis.says.none"));
        }
        var says = new ArrayList<String>();
        var share = matrix.shares().get(largest);
        if (share != null && share.showing().comparable()) {
            says.add(say.say("diagnosis.says.largest", matrix.n(), say.say("ServiceGap." + largest),
                    Say.number(share.value(), 0), Say.interval(share.interval(), 0),
                    say.say("insight.flow." + largest.flow())));
        }
        else {
            says.add(say.say("diagnosis.says.few", matrix.n(), say.say("ServiceGap." + largest),
                    matrix.byGap().getOrDefault(largest, 0L)));
        }
        if (matrix.elsewhere() > 0) {
            says.add(say.say("diagnosis.says.elsewhere", matrix.elsewhere()));
        }
        return says;
    }

    private static Panel gaps(GapMatrix matrix, GapMatrix before, GapQuery query, Say say) {
        var panel = Panel.build("shares", say.say("diagnosis.shares"))
            .head(say.say("diagnosis.gap"))
            .head(say.say("diagnosis.closes"))
            .num(say.say("diagnosis.cases"))
            .num(say.say("diagnosis.share"))
            .num(say.say("analysis.column.interval"))
            .num(say.say("diagnosis.before"))
            .head(say.say("analysis.column.real"));
        var shares = matrix.shares();
        var earlier = before.shares();
        var changes = matrix.changes(before);
        var dots = new ArrayList<Map<String, @Nullable Object>>();
        var moved = new ArrayList<ServiceGap>();
        for (var gap : ServiceGap.values()) {
            var share = shares.get(gap);
            var then = earlier.get(gap);
            var change = changes.get(gap);
            if (share == null || then == null) {
                continue;
            }
            var href = query.keep(CASES).with("gap", gap).toString();
            panel.row(List.of(Cell.text(say.say("ServiceGap." + gap)), Cell.text(say.say("insight.flow." + gap.flow())),
                    say.count(matrix.byGap().getOrDefault(gap, 0L), href), Say.figure(share, 1, "%"),
                    Say.interval(share, 1), Say.figure(then, 1, "%"), say.claim(change)));
            dots.add(Charts.dot(say.say("ServiceGap." + gap), share.value(), share.interval(), share.showing(),
                    matrix.byGap().getOrDefault(gap, 0L), href));
            if (Claim.of(change).isReal()) {
                moved.add(gap);
            }
        }
        panel.chart(Say.json(Charts.dots(say.say("diagnosis.shares"), 0, "%", null, dots)), 60 + 30 * dots.size());
        panel.says(before.n() < FEW ? say.say("diagnosis.says.no_before")
                : moved.isEmpty() ? say.say("diagnosis.says.unmoved") : say.say("diagnosis.says.moved", String
                    .join(say.say("diagnosis.comma"), moved.stream().map(it -> say.say("ServiceGap." + it)).toList())));
        return panel.note(say.say("diagnosis.shares.note", before.n())).panel();
    }

    private Panel dimensions(List<DimensionDiagnosis> measured, GapQuery query, Say say) {
        Map<String, String> names = new LinkedHashMap<>();
        dimensions.active().forEach(it -> names.put(it.code(), it.name(say.locale())));
        var panel = Panel.build("dimensions", say.say("diagnosis.dimensions"))
            .head(say.say("insight.column.dimension"))
            .num(say.say("diagnosis.pe"))
            .num(say.say("analysis.column.interval"))
            .num(say.say("diagnosis.customers"))
            .head(say.say("analysis.column.real"))
            .num(say.say("diagnosis.cases"))
            .head(say.say("diagnosis.leading"));
        var dots = new ArrayList<Map<String, @Nullable Object>>();
        for (var it : measured) {
            var name = names.getOrDefault(it.dimension(), it.dimension());
            var leading = it.leading();
            panel.row(List.of(Cell.text(name).to("/levels?dimension=" + it.dimension()), Say.figure(it.gap(), 1, ""),
                    Say.interval(it.gap(), 1), Cell.of(String.valueOf(it.gap().n()), it.gap().n()),
                    say.claim(it.test()),
                    say.count(it.cases(), query.keep(CASES).with("dimension", it.dimension()).toString()),
                    Cell.text((leading == null) ? "–" : say.say("ServiceGap." + leading))));
            if (it.gap().known()) {
                dots.add(Charts.dot(name, it.gap().value(), it.gap().interval(), it.gap().showing(), it.gap().n(),
                        null));
            }
        }
        if (!dots.isEmpty()) {
            var chart = Charts.dots(say.say("diagnosis.dimensions"), 1, "", null, dots);
            chart.put("line", 0.0);
            panel.chart(Say.json(chart), 60 + 30 * dots.size());
        }
        measured.stream()
            .filter(it -> Claim.of(it.test()) == Claim.LOWER && it.leading() != null)
            .findFirst()
            .ifPresentOrElse(
                    it -> panel
                        .says(say.say("diagnosis.says.dimension", names.getOrDefault(it.dimension(), it.dimension()),
                                Say.number(it.gap().value(), 1), it.gap().n(), say.say("ServiceGap." + it.leading()))),
                    () -> panel.says(say.say("diagnosis.says.dimension.none")));
        return panel.note(say.say("diagnosis.dimensions.note")).panel();
    }

    private static String cases(GapQuery query, @Nullable Flow flow, @Nullable ServiceGap gap) {
        return query.keep(CASES).with("flow", (flow == null) ? "none" : flow).with("gap", gap).toString();
    }

}
