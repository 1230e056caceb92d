package io.cesm.web.followup;

import java.util.Locale;

import io.cesm.domain.people.CurrentActor;
import io.cesm.satisfaction.followup.CauseFigures;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Why customers were let down: causes of what was followed up, the most frequent first.
 */
@Controller
@PreAuthorize("hasAuthority('VIEW')")
class CauseController {

    private final CauseFigures figures;

    private final FollowUpChoices choices;

    private final FilterChips chips;

    private final CurrentActor current;

    CauseController(CauseFigures figures, FollowUpChoices choices, FilterChips chips, CurrentActor current) {
        this.figures = figures;
        this.choices = choices;
        this.chips = chips;
        this.current = current;
    }

    @GetMapping("/follow-ups/causes")
    public String causes(@ModelAttribute("query") FollowUpQuery query, Model model, Locale locale) {
        choices.addFilters(model, locale);
        model.addAttribute("pareto", figures.of(all(query).filter(current.actor())));
        model.addAttribute("chips", chips.of(query, model, locale));
        return "followup/causes";
    }

    /** Causes belong to what is closed. */
    static FollowUpQuery all(FollowUpQuery it) {
        return new FollowUpQuery("all", it.owner(), null, null, it.customer(), it.contact(), it.unit(), it.survey(),
                it.rule(), it.cause(), it.flow(), it.closedFrom(), it.closedTo(), it.q(), null, null);
    }

}
