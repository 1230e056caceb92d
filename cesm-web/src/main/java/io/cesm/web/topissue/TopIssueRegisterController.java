package io.cesm.web.topissue;

import java.time.Clock;
import java.util.Locale;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.topissue.TopIssueRegister;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** The register of TOP issues: every filter stands in the address. */
@Controller
@RequestMapping("/top-issues")
@PreAuthorize("hasAuthority('VIEW')")
class TopIssueRegisterController {

    private static final int PAGE = 25;

    private static final int COUNT_UP_TO = 1000;

    private final TopIssueRegister register;

    private final CurrentActor current;

    private final TopIssueChoices choices;

    private final TopIssueFilterNames names;

    private final Clock clock;

    TopIssueRegisterController(TopIssueRegister register, CurrentActor current, TopIssueChoices choices,
            TopIssueFilterNames names, Clock clock) {
        this.register = register;
        this.current = current;
        this.choices = choices;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping
    String list(@ModelAttribute("query") TopIssueQuery query, Model model, Locale locale) {
        model.addAttribute("slice",
                register.slice(query.filter(current.actor(), clock), query.order(), PAGE, query.cursor()));
        model.addAttribute("set", names.of(query, locale));
        model.addAttribute("today", CompanyTime.today(clock));
        return "topissue/list";
    }

    /** The filter form, asked for when somebody opens it. */
    @GetMapping("/filter")
    String filter(@ModelAttribute("query") TopIssueQuery query, Model model, Locale locale) {
        choices.addVocabulary(model, locale);
        model.addAttribute("owners", choices.owners());
        model.addAttribute("units", choices.units());
        model.addAttribute("customerName", names.customer(query));
        return "topissue/filter";
    }

    /** How many the filters leave, counted up to a thousand. */
    @GetMapping("/count")
    String count(@ModelAttribute("query") TopIssueQuery query, Model model) {
        var found = register.count(query.filter(current.actor(), clock), COUNT_UP_TO);
        model.addAttribute("count", found);
        model.addAttribute("more", found == COUNT_UP_TO);
        return "topissue/parts :: count";
    }

}
