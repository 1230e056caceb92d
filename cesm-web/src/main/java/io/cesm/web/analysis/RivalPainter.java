package io.cesm.web.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.cesm.satisfaction.analysis.Claim;
import io.cesm.satisfaction.analysis.ReadingFigures;
import io.cesm.satisfaction.analysis.Rivals;
import io.cesm.satisfaction.figures.FigureMethod;
import io.cesm.satisfaction.figures.Showing;
import io.cesm.web.panel.Charts;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.panel.Panel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ourselves against rivals; the target is to be ahead. */
@Component
class RivalPainter implements Painter {

    private final ReadingFigures figures;

    RivalPainter(ReadingFigures figures) {
        this.figures = figures;
    }

    @Override
    public View view() {
        return View.RIVALS;
    }

    @Override
    public Rivals data(Scene scene) {
        return figures.rivals(scene.opened(), scene.tell().chinese() ? "zh" : "en");
    }

    @Override
    public List<Panel> paint(Scene scene) {
        var rivals = data(scene);
        var panels = new ArrayList<Panel>();
        if (!rivals.questions().isEmpty()) {
            panels.add(leads(rivals, scene));
        }
        for (var question : rivals.questions()) {
            panels.add(question(question, scene));
        }
        return panels;
    }

    /** Our lead over the best rival, question by question. */
    private static Panel leads(Rivals rivals, Scene scene) {
        var tell = scene.tell();
        var panel = Panel.build("leads", tell.say("analysis.rivals.leads"))
            .head(tell.say("analysis.column.item"))
            .num(tell.say("analysis.column.ours"))
            .head(tell.say("analysis.column.best_rival"))
            .num(tell.say("analysis.column.theirs"))
            .num(tell.say("analysis.column.lead"))
            .num(tell.say("analysis.column.ratio"))
            .num(tell.say("analysis.column.rank"))
            .head(tell.say("analysis.column.real"));
        int ahead = 0;
        int behind = 0;
        var dots = new ArrayList<Map<String, @Nullable Object>>();
        for (var question : rivals.questions()) {
            var best = question.best();
            if (best == null) {
                panel.row(List.of(Cell.text(tell.words(question.name())), tell.cell(question.ours()), Cell.text("–"),
                        Cell.of("–", null), Cell.of("–", null), Cell.of("–", null), Cell.of("–", null), Cell.text("")));
                continue;
            }
            ahead += (best.claim() == Claim.HIGHER) ? 1 : 0;
            behind += (best.claim() == Claim.LOWER) ? 1 : 0;
            var lead = best.lead();
            if (lead != null && question.ours().method() == FigureMethod.MEAN_T) {
                dots.add(Charts.dot(tell.brief(question.name()), lead.difference(), lead.interval(),
                        lead.comparable() ? Showing.FULL : Showing.GREY, null, null));
            }
            var ratio = best.ratio();
            var rank = question.rank();
            panel.row(List.of(Cell.text(tell.words(question.name())), tell.cell(question.ours()),
                    Cell.text(best.name()), tell.cell(best.theirs()),
                    tell.change(best.lead(), Telling.digits(question.ours().method())),
                    Cell.of((ratio == null) ? "–" : Telling.number(ratio.value(), 2),
                            (ratio == null) ? null : ratio.value()),
                    Cell.of((rank == null) ? "–" : String.valueOf(rank), rank), tell.claim(best.claim(), best.lead())));
        }
        if (dots.size() > 1) {
            var chart = Charts.dots(tell.say("analysis.rivals.leads"), 2, "", null, dots);
            chart.put("line", 0.0);
            panel.chart(tell.json(chart), 70 + 30 * dots.size());
        }
        if (rivals.questions().stream().flatMap(it -> it.rivals().stream()).anyMatch(it -> it.pairs() != null)) {
            panel.note(tell.say("analysis.rivals.pairs"));
        }
        return panel.says(tell.say("analysis.says.rivals", rivals.questions().size(), ahead, behind))
            .note(tell.say("analysis.rivals.note"))
            .panel();
    }

    private static Panel question(Rivals.Row question, Scene scene) {
        var tell = scene.tell();
        var panel = Panel.build(id(question.key()), tell.words(question.name()))
            .head(tell.say("analysis.column.supplier"))
            .num(tell.say("analysis.column.figure"))
            .num(tell.say("analysis.column.interval"))
            .num("n")
            .num(tell.say("analysis.column.lead"))
            .head(tell.say("analysis.column.real"))
            .head(tell.say("analysis.column.judges"));
        var dots = new ArrayList<Map<String, @Nullable Object>>();
        var us = tell.say("analysis.us");
        dots.add(Charts.dot(us, question.ours(), null));
        panel.row(List.of(Cell.text(us).as("sum"), tell.cell(question.ours()), tell.intervalCell(question.ours()),
                tell.n(question.ours(), null), Cell.of("", null), Cell.text(""), Cell.text("")));
        for (var rival : question.rivals()) {
            dots.add(Charts.dot(rival.name(), rival.theirs(), null));
            panel.row(List.of(Cell.text(rival.name()), tell.cell(rival.theirs()), tell.intervalCell(rival.theirs()),
                    tell.n(rival.theirs(), null), tell.change(rival.lead(), Telling.digits(question.ours().method())),
                    tell.claim(rival.claim(), rival.lead()), judges(rival, tell)));
        }
        var chart = Charts.dots(tell.words(question.name()), Telling.digits(question.ours().method()), "", null, dots);
        chart.put("line", question.ours().value());
        chart.put("lineName", us);
        panel.chart(tell.json(chart), 70 + 32 * dots.size());
        var best = question.best();
        if (best != null) {
            panel.says(tell.say("analysis.says.rival." + best.claim(), best.name()));
        }
        if (question.rivals().stream().anyMatch(it -> it.pairs() != null)) {
            panel.note(tell.say("analysis.rivals.pairs"));
        }
        panel.note(tell.say("analysis.method", tell.method(question.ours().method())));
        Sentences
            .changeNote(question.ours().method(), question.rivals().stream().anyMatch(it -> it.lead() != null), tell)
            .forEach(panel::note);
        return panel.panel();
    }

    /** Whether the same people judged both. */
    private static Cell judges(Rivals.Rival rival, Telling tell) {
        var pairs = rival.pairs();
        return Cell.text((pairs != null) ? tell.say("analysis.judges.same", pairs)
                : (rival.lead() != null) ? tell.say("analysis.judges.different") : "");
    }

    /** A name that fits into an address. */
    private static String id(String key) {
        return key.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "");
    }

}
