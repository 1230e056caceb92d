package io.cesm.web.expectation;

import java.util.Locale;

import io.cesm.domain.people.CurrentActor;
import io.cesm.expectation.ExpectationRegister;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * The register: every filter stands in the address, so that a list can be sent, saved and
 * come back to.
 */
@Controller
class RegisterController {

    static final int PAGE = 25;

    private static final int COUNT_UP_TO = 1000;

    private final ExpectationRegister register;

    private final CurrentActor current;

    private final Choices choices;

    private final FilterNames names;

    RegisterController(ExpectationRegister register, CurrentActor current, Choices choices, FilterNames names) {
        this.register = register;
        this.current = current;
        this.choices = choices;
        this.names = names;
    }

    @GetMapping("/expectations")
    String list(@ModelAttribute("query") RegisterQuery query, Model model, Locale locale) {
        var filter = query.filter(current.actor());
        model.addAttribute("slice", register.slice(filter, query.order(), PAGE, query.cursor()));
        model.addAttribute("set", names.of(query, locale));
        return "expectation/list";
    }

    /** The filter form, asked for when somebody opens it. */
    @GetMapping("/expectations/filter")
    String filter(@ModelAttribute("query") RegisterQuery query, Model model, Locale locale) {
        choices.addVocabulary(model, locale);
        model.addAttribute("owners", choices.owners());
        model.addAttribute("units", choices.units());
        model.addAttribute("customerName", names.customer(query));
        return "expectation/filter";
    }

    /** How many the filters leave, counted up to a thousand. */
    @GetMapping("/expectations/count")
    String count(@ModelAttribute("query") RegisterQuery query, Model model) {
        var found = register.count(query.filter(current.actor()), COUNT_UP_TO);
        model.addAttribute("count", found);
        model.addAttribute("more", found == COUNT_UP_TO);
        return "expectation/parts :: count";
    }

}
