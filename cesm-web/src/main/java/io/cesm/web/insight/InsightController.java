package io.cesm.web.insight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.expectation.ExpectationState;
import io.cesm.expectation.UncoveredCustomers;
import io.cesm.governance.AgeBand;
import io.cesm.web.layout.UnitTree;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The analysis of expectation management. */
@Controller
@RequestMapping("/insights/expectations")
@PreAuthorize("hasAuthority('VIEW')")
class InsightController {

    private static final int WORST = 20;

    private static final int PAGE = 50;

    private static final List<ExpectationState> OPEN = List.of(ExpectationState.CAPTURED, ExpectationState.CLARIFIED,
            ExpectationState.COMMITTED, ExpectationState.DELIVERED, ExpectationState.NOT_MET);

    private final Insights insights;

    private final InsightWords words;

    private final UncoveredCustomers uncovered;

    private final DimensionBook dimensions;

    private final UnitTree units;

    private final CurrentActor current;

    InsightController(Insights insights, InsightWords words, UncoveredCustomers uncovered, DimensionBook dimensions,
            UnitTree units, CurrentActor current) {
        this.insights = insights;
        this.words = words;
        this.uncovered = uncovered;
        this.dimensions = dimensions;
        this.units = units;
        this.current = current;
    }

    @GetMapping
    public String show(@ModelAttribute("query") InsightQuery query, Model model, Locale locale) {
        var picture = insights.of(query.filter());
        model.addAttribute("picture", picture);
        model.addAttribute("worst", picture.gapIndex().customers().stream().limit(WORST).toList());
        model.addAttribute("says", words.says(picture, locale));
        model.addAttribute("bands", AgeBand.values());
        model.addAttribute("states", OPEN);
        model.addAttribute("draw", new Drawing(query));
        model.addAttribute("mayExport", current.actor().may(Right.EXPORT));
        choices(model, locale);
        return "insight/expectations";
    }

    /**
     * The customers at whom nothing live is expected: the records behind the missing
     * coverage.
     */
    @GetMapping("/uncovered")
    public String uncovered(@ModelAttribute("query") InsightQuery query, @RequestParam @Nullable String cursor,
            Model model) {
        model.addAttribute("slice", uncovered.page(query.filter(), insights.today(), cursor, PAGE));
        model.addAttribute("draw", new Drawing(query));
        return "insight/uncovered";
    }

    private void choices(Model model, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        dimensions.active().forEach(it -> names.put(it.code(), it.name(locale)));
        model.addAttribute("dimensions", names);
        model.addAttribute("flows", Flow.values());
        model.addAttribute("units", units.all());
    }

}
