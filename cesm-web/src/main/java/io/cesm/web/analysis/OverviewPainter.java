package io.cesm.web.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.cesm.satisfaction.analysis.Overview;
import io.cesm.satisfaction.analysis.ReadingFigures;
import io.cesm.satisfaction.analysis.Told;
import io.cesm.satisfaction.figures.CustomerAggregation;
import io.cesm.satisfaction.figures.FigureMethod;
import io.cesm.satisfaction.questionnaire.ItemRole;
import io.cesm.satisfaction.questionnaire.QuestionType;
import io.cesm.web.panel.Charts;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.panel.Panel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All figures of a survey at a glance. */
@Component
class OverviewPainter implements Painter {

    private static final int MOST_IN_CHART = 24;

    private final ReadingFigures figures;

    OverviewPainter(ReadingFigures figures) {
        this.figures = figures;
    }

    @Override
    public View view() {
        return View.OVERVIEW;
    }

    @Override
    public Overview data(Scene scene) {
        return figures.overview(scene.opened(), scene.query().countingOrAll());
    }

    @Override
    public List<Panel> paint(Scene scene) {
        var overview = data(scene);
        var panels = new ArrayList<Panel>();
        panels.add(scores(overview, scene));
        var spread = spread(overview, scene);
        if (spread != null) {
            panels.add(spread);
        }
        return panels;
    }

    private static Panel scores(Overview overview, Scene scene) {
        var tell = scene.tell();
        var before = overview.before();
        var panel = Panel.build("scores", tell.say("analysis.scores"))
            .head(tell.say("analysis.column.item"))
            .num(tell.say("analysis.column.figure"))
            .num(tell.say("analysis.column.interval"))
            .num("n")
            .num(tell.say("analysis.column.index"))
            .num(tell.say("analysis.column.before"))
            .num(tell.say("analysis.column.change"))
            .head(tell.say("analysis.column.real"));
        var dots = new ArrayList<Map<String, @Nullable Object>>();
        for (var line : overview.lines()) {
            var name = name(line, tell);
            var main = line.main();
            if (isFirst(line)) {
                panel.card(card(line, scene));
            }
            panel.row(List.of(Cell.text(name).to(scene.view(View.SEGMENTS, "item", line.key())), tell.cell(main),
                    tell.intervalCell(main), tell.n(main, scene.answers(line.key())), index(line, tell),
                    (line.before() == null) ? Cell.of("–", null) : tell.cell(line.before()),
                    tell.change(line.change(), Telling.digits(main.method())),
                    tell.claim(line.claim(), line.change())));
            var index = indexOf(line);
            if (index != null && line.role() != ItemRole.IMPORTANCE) {
                dots.add(Charts.dot(tell.brief(line.name()), index, scene.answers(line.key())));
            }
        }
        if (dots.size() > 1) {
            if (ranked(overview)) {
                dots.sort(Comparator.comparingDouble((Map<String, @Nullable Object> dot) -> -orLow(dot.get("value"))));
            }
            var shown = dots.subList(0, Math.min(dots.size(), MOST_IN_CHART));
            panel.chart(
                    tell.json(Charts.dots(tell.say("analysis.scores.chart"), 1, "", new double[] { 0, 100 }, shown)),
                    60 + 30 * shown.size());
        }
        sentences(overview, scene).forEach(panel::says);
        panel.note(tell.say("analysis.scores.note"));
        if (overview.lines().stream().anyMatch(Overview.Line::turned)) {
            panel.note(tell.say("analysis.turned"));
        }
        if (before != null) {
            panel.note(tell.say("analysis.before", (before.wave() == null) ? before.number() : before.wave()));
        }
        overview.lines()
            .stream()
            .flatMap(line -> Sentences.changeNote(line.main().method(), line.change() != null, tell).stream())
            .limit(1)
            .forEach(panel::note);
        if (scene.query().countingOrAll() != CustomerAggregation.EVERY_RESPONSE) {
            panel.note(tell.say("analysis.counting.note"));
        }
        return panel.panel();
    }

    /** Nothing is put in an order while one of it rests on few answers. */
    private static boolean ranked(Overview overview) {
        return overview.lines()
            .stream()
            .filter(line -> line.role() != ItemRole.IMPORTANCE && known(indexOf(line)))
            .allMatch(line -> line.figures().getFirst().showing().comparable());
    }

    private static boolean isFirst(Overview.Line line) {
        return line.type() == QuestionType.NPS || line.type() == QuestionType.CSAT || line.type() == QuestionType.CES
                || line.role() == ItemRole.OVERALL;
    }

    private static Panel.Card card(Overview.Line line, Scene scene) {
        var tell = scene.tell();
        var main = line.main();
        var change = line.change();
        var under = main.known() ? tell.say("analysis.card.under",
                tell.interval(main.interval(), Telling.digits(main.method())), String.valueOf(main.n())) : "";
        var moved = (change == null) ? ""
                : line.claim().isReal()
                        ? tell.say("analysis.card.moved",
                                Telling.signed(change.difference(), Telling.digits(main.method())))
                        : tell.say("analysis.card." + line.claim());
        return new Panel.Card(tell.say("analysis.card." + kind(line), tell.brief(line.name())), tell.value(main), under,
                moved, "claim claim-" + line.claim() + " " + Telling.style(main.showing()),
                scene.view(View.TREND, "item", line.key()));
    }

    private static String kind(Overview.Line line) {
        return switch (line.main().method()) {
            case NPS_ADJUSTED_WALD, NPS_CUSTOMER_MEAN, NPS_CUSTOMER_WATERFALL -> "nps";
            case TOP_BOX_WILSON -> "csat";
            case CES_MEAN -> "ces";
            default -> "mean";
        };
    }

    /** Importance is asked in the same words as what is perceived. */
    private static String name(Overview.Line line, Telling tell) {
        var name = tell.words(line.name());
        return (line.role() == ItemRole.IMPORTANCE) ? tell.say("analysis.of_importance", name) : name;
    }

    private static List<String> sentences(Overview overview, Scene scene) {
        var tell = scene.tell();
        var says = new ArrayList<String>();
        if (overview.respondents() == null) {
            says.add(tell.say("analysis.says.hidden"));
            return says;
        }
        overview.lines()
            .stream()
            .filter(line -> line.type() == QuestionType.NPS || line.main().method() == FigureMethod.TOP_BOX_WILSON)
            .findFirst()
            .or(() -> overview.lines().stream().findFirst())
            .ifPresent(line -> says.addAll(Sentences.headline(line, overview.before(), tell)));
        var indexed = overview.lines()
            .stream()
            .filter(line -> known(indexOf(line)) && line.role() != ItemRole.IMPORTANCE)
            .toList();
        if (indexed.size() > 2 && ranked(overview)) {
            var sorted = indexed.stream()
                .sorted(Comparator.comparingDouble((Overview.Line line) -> orLow(valueOf(indexOf(line)))))
                .toList();
            says.add(tell.say("analysis.says.best_worst", tell.brief(sorted.getLast().name()),
                    Telling.number(valueOf(indexOf(sorted.getLast())), 0), tell.brief(sorted.getFirst().name()),
                    Telling.number(valueOf(indexOf(sorted.getFirst())), 0)));
        }
        long real = overview.lines().stream().filter(line -> line.claim().isReal()).count();
        long compared = overview.lines().stream().filter(line -> line.change() != null).count();
        if (compared > 1) {
            says.add(tell.say("analysis.says.changes", compared, real));
        }
        return says;
    }

    /** The share of bad, middling and good answers to each item. */
    private static @Nullable Panel spread(Overview overview, Scene scene) {
        var tell = scene.tell();
        var names = new ArrayList<String>();
        var shares = new ArrayList<List<Double>>();
        var panel = Panel.build("spread", tell.say("analysis.spread"))
            .head(tell.say("analysis.column.item"))
            .num(tell.say("analysis.bad"))
            .num(tell.say("analysis.middling"))
            .num(tell.say("analysis.good"))
            .num("n");
        for (var line : overview.lines()) {
            var thirds = Thirds.of(line);
            if (thirds == null || line.role() == ItemRole.IMPORTANCE) {
                continue;
            }
            names.add(tell.brief(line.name()));
            shares.add(thirds);
            panel.row(List.of(Cell.text(tell.words(line.name())), percent(thirds.get(0)), percent(thirds.get(1)),
                    percent(thirds.get(2)), tell.n(line.figures().getFirst(), scene.answers(line.key()))));
        }
        if (names.isEmpty()) {
            return null;
        }
        int most = Math.min(names.size(), MOST_IN_CHART);
        panel.chart(tell.json(Charts.stack(tell.say("analysis.spread"), names.subList(0, most),
                List.of(tell.say("analysis.bad"), tell.say("analysis.middling"), tell.say("analysis.good")),
                List.of("minus", "7", "plus"), shares.subList(0, most))), 70 + 30 * most);
        panel.note(tell.say("analysis.spread.note"));
        return panel.panel();
    }

    static Cell percent(@Nullable Double share) {
        return Cell.of((share == null) ? "–" : Telling.number(share, 1) + "%", share);
    }

    private static Cell index(Overview.Line line, Telling tell) {
        var index = indexOf(line);
        return (index == null) ? Cell.of("–", null) : tell.cell(index);
    }

    private static @Nullable Told indexOf(Overview.Line line) {
        return line.figures().stream().filter(it -> it.method() == FigureMethod.INDEX_T).findFirst().orElse(null);
    }

    private static boolean known(@Nullable Told told) {
        return told != null && told.known();
    }

    private static @Nullable Double valueOf(@Nullable Told told) {
        return (told == null) ? null : told.value();
    }

    private static double orLow(@Nullable Object value) {
        return (value instanceof Double number) ? number : -1000;
    }

}
