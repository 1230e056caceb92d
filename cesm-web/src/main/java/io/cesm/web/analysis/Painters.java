package io.cesm.web.analysis;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.satisfaction.analysis.Filter;
import io.cesm.satisfaction.analysis.ReadingFigures;
import io.cesm.satisfaction.figures.CustomerAggregation;
import io.cesm.web.panel.Panel;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Finds who paints a view, and sets the scene. */
@Component
class Painters {

    private final Map<View, Painter> byView = new EnumMap<>(View.class);

    private final ReadingFigures figures;

    private final MessageSource messages;

    private final PartNames names;

    Painters(List<Painter> painters, ReadingFigures figures, MessageSource messages, PartNames names) {
        painters.forEach(it -> byView.put(it.view(), it));
        this.figures = figures;
        this.messages = messages;
        this.names = names;
    }

    Scene scene(UUID survey, View view, AnalysisQuery query, Locale locale) {
        var filter = query.filter();
        var opened = figures.open(survey, view.filters() ? filter : Filter.NONE);
        return new Scene(opened, query,
                new Telling(messages, locale, names, opened.survey().measures().definition().languages()));
    }

    Painter of(View view) {
        var painter = byView.get(view);
        if (painter == null) {
            throw new UnknownThing();
        }
        return painter;
    }

    boolean has(View view) {
        return byView.containsKey(view);
    }

    /** The panels of all views that have any, in the order of their tabs. */
    Map<View, List<Panel>> chapters(UUID survey, AnalysisQuery query, Locale locale) {
        Map<View, List<Panel>> chapters = new EnumMap<>(View.class);
        for (var view : View.values()) {
            if (!has(view)) {
                continue;
            }
            var scene = scene(survey, view, query, locale);
            if (!scene.opened().closed() && view.fits(scene.opened())) {
                var panels = of(view).paint(scene);
                if (!panels.isEmpty()) {
                    chapters.put(view, panels);
                }
            }
        }
        return chapters;
    }

    /**
     * What is printed under every chart: how customers count, and whose revenue was
     * heard.
     */
    String common(Scene scene) {
        var tell = scene.tell();
        var coverage = figures.coverage(scene.opened());
        var heard = coverage.value();
        var counting = scene.query().countingOrAll();
        var text = tell.say("analysis.counting." + counting);
        return (heard == null) ? text + tell.say("analysis.stop")
                : text + tell.say("analysis.covered", Telling.number(heard, 0), coverage.n());
    }

}
