package io.cesm.web.analysis;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import io.cesm.satisfaction.analysis.Kinds;
import io.cesm.satisfaction.analysis.Ladder;
import io.cesm.satisfaction.analysis.Opened;
import io.cesm.satisfaction.analysis.ReadingFigures;
import io.cesm.satisfaction.analysis.Studying;
import io.cesm.satisfaction.analysis.TooManyAnswers;
import io.cesm.satisfaction.analysis.Weighted;
import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.satisfaction.figures.CustomerAggregation;
import io.cesm.web.fielding.SurveyPages;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The analysis of a survey, page by page. */
@Controller
@RequestMapping("/surveys/{id}")
@PreAuthorize("hasAuthority('VIEW')")
class AnalysisController {

    private final Painters painters;

    private final PartNames names;

    private final CurrentActor current;

    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
        .withZone(CompanyTime.ZONE);

    private final WeightPainter weights;

    private final SurveyPages surveys;

    AnalysisController(Painters painters, PartNames names, WeightPainter weights, SurveyPages surveys,
            CurrentActor current) {
        this.surveys = surveys;
        this.painters = painters;
        this.names = names;
        this.weights = weights;
        this.current = current;
    }

    /** One choice of a filter. */
    record Choice(String value, String text) {
    }

    /** A filter that makes sense here. */
    record Chooser(String name, String label, List<Choice> choices, String chosen) {
    }

    @GetMapping("/analysis")
    public String overview(@PathVariable UUID id, @ModelAttribute("query") AnalysisQuery query, Model model,
            Locale locale) {
        return page(id, View.OVERVIEW, query, model, locale);
    }

    @GetMapping("/analysis/{view}")
    public String show(@PathVariable UUID id, @PathVariable String view, @ModelAttribute("query") AnalysisQuery query,
            Model model, Locale locale) {
        return page(id, View.of(view), query, model, locale);
    }

    /** All parts on one page, to print. */
    @GetMapping("/analysis/report")
    public String report(@PathVariable UUID id, @ModelAttribute("query") AnalysisQuery query, Model model,
            Locale locale) {
        var scene = painters.scene(id, View.OVERVIEW, query, locale);
        model.addAttribute("chapters", painters.chapters(id, query, locale));
        head(scene, query, model);
        return "analysis/report";
    }

    private String page(UUID id, View view, AnalysisQuery query, Model model, Locale locale) {
        var painter = painters.of(view);
        Scene scene;
        try {
            scene = painters.scene(id, view, query, locale);
        }
        catch (TooManyAnswers apart) {
            return "redirect:" + query.link(id, "/combinations");
        }
        var opened = scene.opened();
        model.addAttribute("panels", painter.paint(scene));
        model.addAttribute("view", view);
        model.addAttribute("views",
                Arrays.stream(View.values()).filter(it -> painters.has(it) && it.fits(opened)).toList());
        head(scene, query, model);
        model.addAttribute("choosers", view.filters() ? choosers(opened, query, locale) : List.of());
        model.addAttribute("items", items(scene));
        var item = opened.item(query.item());
        model.addAttribute("itemKey", (item == null) ? "" : item.key());
        model.addAttribute("kinds", kinds(opened, locale));
        chosen(scene, view, model);
        return "analysis/page";
    }

    private void head(Scene scene, AnalysisQuery query, Model model) {
        var head = scene.opened().survey().head();
        surveys.open(new SurveyId(head.id()), model);
        model.addAttribute("head", head);
        model.addAttribute("asOf", (head.asOf() == null) ? "" : TO_THE_SECOND.format(head.asOf()));
        model.addAttribute("surveyTitle", scene.tell().words(head.title().by()));
        model.addAttribute("opened", scene.opened());
        model.addAttribute("link", query);
        model.addAttribute("common", painters.common(scene));
        model.addAttribute("countings", CustomerAggregation.values());
        model.addAttribute("apart", head.counted() > ReadingFigures.AT_ONCE);
        model.addAttribute("mayExport", current.actor().may(Right.EXPORT));
        model.addAttribute("mayRebuild", current.actor().may(Right.SETTINGS));
    }

    /** What is chosen where several may be. */
    private void chosen(Scene scene, View view, Model model) {
        var opened = scene.opened();
        var query = scene.query();
        if (view == View.DRIVERS) {
            var outcome = DriverPainter.outcome(opened, query.outcome());
            model.addAttribute("outcome", outcome);
            model.addAttribute("drivers",
                    (outcome == null) ? List.of() : DriverPainter.drivers(opened, outcome, query.driver()));
            model.addAttribute("methods", Studying.Method.values());
        }
        if (view == View.WEIGHTS) {
            model.addAttribute("margins", weights.kinds(opened, query.margin()));
            model.addAttribute("bases", Weighted.Basis.values());
        }
        if (view == View.LADDER) {
            model.addAttribute("rungs",
                    Ladder.of(opened, (query.rung() == null) ? List.of() : query.rung(), 0).rungs());
            model.addAttribute("threshold", (query.threshold() == null) ? Ladder.USUAL : query.threshold());
        }
    }

    private List<Chooser> choosers(Opened opened, AnalysisQuery query, Locale locale) {
        var measures = opened.survey().measures();
        var regions = names.regions(opened.parts().getOrDefault(Kinds.REGION, Map.of()).keySet());
        var filter = query.filter();
        Map<String, Chooser> choosers = new LinkedHashMap<>();
        opened.parts().forEach((kind, parts) -> {
            if (kind.isEmpty() || parts.size() < 2) {
                return;
            }
            var name = AnalysisQuery.parameter(kind);
            var choices = parts.keySet()
                .stream()
                .map(part -> new Choice(AnalysisQuery.value(kind, part),
                        names.part(kind, part, measures, regions, locale)))
                .toList();
            var chosen = filter.parts().get(kind);
            var label = names.kind(kind, measures, locale);
            if (name.equals("question")) {
                return;
            }
            choosers.put(kind,
                    new Chooser(name, label, choices, (chosen == null) ? "" : AnalysisQuery.value(kind, chosen)));
        });
        return List.copyOf(choosers.values());
    }

    private static List<Choice> items(Scene scene) {
        return scene.opened()
            .ownItems()
            .stream()
            .map(it -> new Choice(it.key(), scene.tell().brief(it.measure().name().by())))
            .toList();
    }

    private List<Choice> kinds(Opened opened, Locale locale) {
        return opened.parts()
            .entrySet()
            .stream()
            .filter(it -> !it.getKey().isEmpty() && it.getValue().size() > 1)
            .map(it -> new Choice(it.getKey(), names.kind(it.getKey(), opened.survey().measures(), locale)))
            .toList();
    }

}
