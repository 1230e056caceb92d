package io.cesm.web.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.cesm.satisfaction.analysis.Opened;
import io.cesm.satisfaction.analysis.Study;
import io.cesm.satisfaction.analysis.Studying;
import io.cesm.satisfaction.analysis.Told;
import io.cesm.satisfaction.figures.Confidence;
import io.cesm.satisfaction.figures.Driver;
import io.cesm.satisfaction.figures.Drivers;
import io.cesm.satisfaction.figures.ImportancePerformance;
import io.cesm.satisfaction.figures.Mean;
import io.cesm.satisfaction.questionnaire.ItemRole;
import io.cesm.satisfaction.questionnaire.QuestionType;
import io.cesm.web.panel.Charts;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.panel.Panel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What moves satisfaction, and where to begin: importance against performance. */
@Component
class DriverPainter implements Painter {

    private static final int MOST = 12;

    private final Studying studying;

    DriverPainter(Studying studying) {
        this.studying = studying;
    }

    /** What programs are told. */
    record Data(@Nullable String outcome, Study.@Nullable OfDrivers drivers, @Nullable ImportancePerformance derived,
            @Nullable ImportancePerformance stated) {
    }

    @Override
    public View view() {
        return View.DRIVERS;
    }

    @Override
    public Data data(Scene scene) {
        var opened = scene.opened();
        var outcome = outcome(opened, scene.query().outcome());
        if (outcome == null) {
            return new Data(null, null, null, null);
        }
        var drivers = drivers(opened, outcome, scene.query().driver());
        var study = studying.drivers(opened, outcome, drivers, scene.query().method());
        var found = study.drivers();
        return new Data(outcome, study, (found == null) ? null : derived(opened, found), stated(opened));
    }

    static @Nullable String outcome(Opened opened, @Nullable String wanted) {
        var items = opened.ownItems();
        return items.stream()
            .filter(it -> it.key().equals(wanted))
            .findFirst()
            .or(() -> items.stream().filter(it -> it.measure().role() == ItemRole.OVERALL).findFirst())
            .or(() -> items.stream().filter(it -> it.measure().headline()).findFirst())
            .map(Opened.Item::key)
            .orElse(null);
    }

    /** The chosen ones, else what was perceived, else all other ratings. */
    static List<String> drivers(Opened opened, String outcome, @Nullable List<String> wanted) {
        var items = candidates(opened).stream()
            .filter(it -> !it.key().equals(outcome) && it.measure().role() != ItemRole.IMPORTANCE)
            .toList();
        if (wanted != null && !wanted.isEmpty()) {
            return items.stream().map(Opened.Item::key).filter(wanted::contains).toList();
        }
        var perceived = items.stream()
            .filter(it -> it.measure().role() == ItemRole.PERCEPTION || it.measure().role() == ItemRole.DRIVER)
            .toList();
        return (perceived.isEmpty() ? items.stream().filter(it -> it.measure().type() != QuestionType.NPS).toList()
                : perceived)
            .stream()
            .map(Opened.Item::key)
            .limit(MOST)
            .toList();
    }

    /** What may explain an outcome; of a pair it is what was perceived. */
    private static List<Opened.Item> candidates(Opened opened) {
        return opened.items()
            .stream()
            .filter(it -> it.each() == null && it.measure().role() != ItemRole.COMPETITOR)
            .filter(it -> it.measure().type() != QuestionType.PAIR || it.measure().role() == ItemRole.PERCEPTION)
            .toList();
    }

    private static @Nullable Double index(Opened opened, String key) {
        var item = opened.items().stream().filter(it -> it.key().equals(key)).findFirst().orElse(null);
        return (item == null) ? null : Told.of(Mean.index(opened.histogram(item), Confidence.NINETY_FIVE)).value();
    }

    private static @Nullable ImportancePerformance derived(Opened opened, Drivers drivers) {
        var attributes = new ArrayList<ImportancePerformance.Attribute>();
        for (var driver : drivers.drivers()) {
            var performance = index(opened, driver.name());
            var importance = driver.percent().value();
            if (performance != null && importance != null) {
                attributes.add(new ImportancePerformance.Attribute(driver.name(), importance, performance));
            }
        }
        return (attributes.size() < 2) ? null : ImportancePerformance.byGrandMeans(attributes);
    }

    /** Where importance was asked for the same dimension as a perception. */
    private static @Nullable ImportancePerformance stated(Opened opened) {
        var attributes = new ArrayList<ImportancePerformance.Attribute>();
        for (var item : candidates(opened)) {
            var dimension = item.measure().dimension();
            if (item.measure().role() != ItemRole.PERCEPTION || dimension == null) {
                continue;
            }
            var importance = opened.ownItems()
                .stream()
                .filter(it -> it.measure().role() == ItemRole.IMPORTANCE && dimension.equals(it.measure().dimension()))
                .findFirst()
                .map(it -> index(opened, it.key()))
                .orElse(null);
            var performance = index(opened, item.key());
            if (importance != null && performance != null) {
                attributes.add(new ImportancePerformance.Attribute(item.key(), importance, performance));
            }
        }
        return (attributes.size() < 2) ? null : ImportancePerformance.byGrandMeans(attributes);
    }

    @Override
    public List<Panel> paint(Scene scene) {
        var data = data(scene);
        var study = data.drivers();
        var outcome = data.outcome();
        if (study == null || outcome == null) {
            return List.of();
        }
        var panels = new ArrayList<Panel>();
        var drivers = study.drivers();
        panels.add((drivers == null) ? refused(study, scene) : strengths(drivers, study, scene));
        if (data.derived() != null) {
            panels.add(quadrant("derived", data.derived(), scene));
        }
        if (data.stated() != null) {
            panels.add(quadrant("stated", data.stated(), scene));
        }
        return panels;
    }

    private static Panel refused(Study.OfDrivers study, Scene scene) {
        var why = study.why();
        var panel = Panel.build("drivers", scene.tell().say("analysis.drivers.none"));
        if (why != null) {
            panel.says(scene.tell().say("refusal." + why.code(), why.args().toArray()));
        }
        return panel.panel();
    }

    private static Panel strengths(Drivers drivers, Study.OfDrivers study, Scene scene) {
        var tell = scene.tell();
        var panel = Panel.build("drivers", tell.say("analysis.drivers", name(scene, drivers.outcome(), true)))
            .head(tell.say("analysis.column.driver"))
            .num(tell.say("analysis.column.share"))
            .num(tell.say("analysis.column.interval"))
            .num(tell.say("analysis.column.of_r2"))
            .num(tell.say("analysis.column.correlation"))
            .num(tell.say("analysis.column.index"));
        var dots = new ArrayList<Map<String, @Nullable Object>>();
        for (Driver driver : drivers.drivers()) {
            var percent = Told.of(driver.percent());
            dots.add(Charts.dot(name(scene, driver.name(), false), percent,
                    scene.view(View.SEGMENTS, "item", driver.name())));
            var index = index(scene.opened(), driver.name());
            panel.row(List.of(
                    Cell.text(name(scene, driver.name(), true)).to(scene.view(View.SEGMENTS, "item", driver.name())),
                    Cell.of(Telling.number(percent.value(), 1) + "%", percent.value()),
                    Cell.of(tell.interval(percent.interval(), 1), percent.interval()),
                    Cell.of(Telling.number(driver.share().value(), 3), driver.share().value()),
                    Cell.of(Telling.signed(driver.correlation(), 2), driver.correlation()),
                    Cell.of(Telling.number(index, 0), index)));
        }
        panel.chart(tell.json(Charts.dots(tell.say("analysis.drivers.chart"), 1, "%", null, dots)),
                70 + 30 * dots.size());
        var first = drivers.drivers().getFirst();
        panel.says(tell.say("analysis.says.drivers", name(scene, first.name(), false),
                Telling.number(first.percent().value(), 0), Telling.number(percentOf(drivers), 0),
                String.valueOf(drivers.n())));
        if (drivers.drivers().size() > 1) {
            var one = first.percent().interval();
            var two = drivers.drivers().get(1).percent().value();
            panel.says(tell.say((one != null && two != null && one.low() > two) ? "analysis.says.drivers_clear"
                    : "analysis.says.drivers_close"));
        }
        if (!drivers.dropped().isEmpty()) {
            panel.note(tell.say("analysis.drivers.dropped",
                    String.join(", ", drivers.dropped().stream().map(it -> name(scene, it, false)).toList())));
        }
        if (study.of() > Studying.MOST) {
            panel.note(tell.say("analysis.drawn", drivers.n(), study.of()));
        }
        return panel.note(tell.say("analysis.method", tell.method(drivers.method())))
            .note(tell.say("analysis.drivers.note"))
            .panel();
    }

    private static double percentOf(Drivers drivers) {
        var explained = drivers.rSquared().value();
        return (explained == null) ? 0 : 100 * explained;
    }

    private static Panel quadrant(String id, ImportancePerformance ipa, Scene scene) {
        var tell = scene.tell();
        var importance = tell.say("analysis.ipa." + id + ".importance");
        var panel = Panel.build(id, tell.say("analysis.ipa." + id))
            .head(tell.say("analysis.column.item"))
            .num(importance)
            .num(tell.say("analysis.column.index"))
            .head(tell.say("analysis.column.quadrant"));
        var points = new ArrayList<Map<String, Object>>();
        var first = new ArrayList<String>();
        for (var placed : ipa.attributes()) {
            var attribute = placed.attribute();
            var quadrant = tell.say("analysis.quadrant." + placed.quadrant());
            points.add(Map.of("name", name(scene, attribute.name(), false), "x", attribute.performance(), "y",
                    attribute.importance(), "tone", placed.quadrant().name()));
            panel.row(List.of(Cell.text(name(scene, attribute.name(), true)),
                    Cell.of(Telling.number(attribute.importance(), 1), attribute.importance()),
                    Cell.of(Telling.number(attribute.performance(), 1), attribute.performance()), Cell.text(quadrant)));
            if (placed.quadrant() == ImportancePerformance.Quadrant.CONCENTRATE) {
                first.add(name(scene, attribute.name(), false));
            }
        }
        panel.chart(tell.json(Charts.quadrant(tell.say("analysis.ipa." + id), tell.say("analysis.ipa.performance"),
                importance, ipa.performanceLine(), ipa.importanceLine(),
                List.of(tell.say("analysis.quadrant.CONCENTRATE"), tell.say("analysis.quadrant.KEEP_UP"),
                        tell.say("analysis.quadrant.LOW_PRIORITY"), tell.say("analysis.quadrant.OVERKILL")),
                points)), 420);
        return panel
            .says(first.isEmpty() ? tell.say("analysis.says.ipa_none")
                    : tell.say("analysis.says.ipa", String.join(tell.chinese() ? "、" : ", ", first)))
            .note(tell.say("analysis.ipa.note", Telling.number(ipa.importanceLine(), 1),
                    Telling.number(ipa.performanceLine(), 1)))
            .panel();
    }

    static String name(Scene scene, String key, boolean whole) {
        var measure = scene.opened().survey().measures().find(key);
        return (measure == null) ? key
                : whole ? scene.tell().words(measure.name().by()) : scene.tell().brief(measure.name().by());
    }

}
