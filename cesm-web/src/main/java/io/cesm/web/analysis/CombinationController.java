package io.cesm.web.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.cesm.satisfaction.analysis.Combination;
import io.cesm.satisfaction.analysis.CountingCombinations;
import io.cesm.satisfaction.analysis.Filter;
import io.cesm.satisfaction.analysis.Kinds;
import io.cesm.satisfaction.analysis.Opened;
import io.cesm.satisfaction.analysis.ReadingFigures;
import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.web.fielding.SurveyPages;
import io.cesm.web.level.Link;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Combinations of filters that are counted in the background. */
@Controller
@RequestMapping("/surveys/{id}/analysis/combinations")
@PreAuthorize("hasAuthority('VIEW')")
class CombinationController {

    private final CountingCombinations counting;

    private final ReadingFigures figures;

    private final PartNames names;

    private final SurveyPages surveys;

    private final MessageSource say;

    CombinationController(CountingCombinations counting, ReadingFigures figures, PartNames names, SurveyPages surveys,
            MessageSource say) {
        this.say = say;
        this.counting = counting;
        this.figures = figures;
        this.names = names;
        this.surveys = surveys;
    }

    /** A combination in words, with the address of its figures. */
    record Shown(Combination it, String words, String figures) {
    }

    /** Those of the survey, and one that could be counted. */
    @GetMapping
    String list(@PathVariable UUID id, @ModelAttribute("query") AnalysisQuery query, Model model, Locale locale) {
        return page(id, query, null, model, locale);
    }

    @PostMapping
    String count(@PathVariable UUID id, @ModelAttribute("query") AnalysisQuery query) {
        return "redirect:/surveys/" + id + "/analysis/combinations/" + counting.request(id, query.filter());
    }

    @GetMapping("/{combination}")
    String show(@PathVariable UUID id, @PathVariable UUID combination, Model model, Locale locale) {
        var it = counting.require(id, combination);
        return page(id, null, it, model, locale);
    }

    /** How far it is, for a page that asks again and again. */
    @GetMapping("/{combination}/progress")
    String progress(@PathVariable UUID id, @PathVariable UUID combination, Model model, Locale locale) {
        show(id, combination, model, locale);
        return "analysis/combinations :: progress";
    }

    private String page(UUID id, @Nullable AnalysisQuery query, @Nullable Combination one, Model model, Locale locale) {
        surveys.open(new SurveyId(id), model);
        var opened = figures.open(id);
        var wished = (query == null || !query.filter().isFree()) ? null : query.filter();
        model.addAttribute("wish", (wished == null) ? null : words(opened, wished, locale));
        model.addAttribute("fields", (wished == null) ? Map.of() : fields(wished));
        model.addAttribute("one", (one == null) ? null : shown(opened, one, locale));
        model.addAttribute("all",
                counting.latest(id)
                    .stream()
                    .filter(it -> one == null || !it.id().equals(one.id()))
                    .map(it -> shown(opened, it, locale))
                    .toList());
        model.addAttribute("most", ReadingFigures.AT_ONCE);
        return "analysis/combinations";
    }

    private Shown shown(Opened opened, Combination it, Locale locale) {
        var link = Link.to("/surveys/" + it.survey() + "/analysis");
        fields(it.filter()).forEach(link::with);
        return new Shown(it, words(opened, it.filter(), locale), link.toString());
    }

    /** The parameters by which a page gets the same filter. */
    private static Map<String, String> fields(Filter filter) {
        var fields = new LinkedHashMap<String, String>();
        filter.parts()
            .forEach((kind, part) -> fields.put(AnalysisQuery.parameter(kind), AnalysisQuery.value(kind, part)));
        var month = filter.month();
        if (month != null) {
            fields.put("month", month.toString().substring(0, 7));
        }
        return fields;
    }

    private String words(Opened opened, Filter filter, Locale locale) {
        var measures = opened.survey().measures();
        var regions = names.regions(opened.parts().getOrDefault(Kinds.REGION, Map.of()).keySet());
        var words = new ArrayList<String>();
        filter.parts()
            .forEach((kind,
                    part) -> words.add(say.getMessage("analysis.combinations.part", new Object[] {
                            names.kind(kind, measures, locale), names.part(kind, part, measures, regions, locale) },
                            locale)));
        if (filter.month() != null) {
            words.add(Objects.toString(filter.month()).substring(0, 7));
        }
        return String.join(" · ", words);
    }

}
