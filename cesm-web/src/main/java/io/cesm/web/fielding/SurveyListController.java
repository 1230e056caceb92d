package io.cesm.web.fielding;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.satisfaction.fielding.SurveyOrigin;
import io.cesm.satisfaction.fielding.SurveyRegister;
import io.cesm.satisfaction.fielding.SurveyState;
import io.cesm.satisfaction.questionnaire.SurveyKind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** All surveys, changed last first. */
@Controller
class SurveyListController {

    private static final int PAGE = 25;

    private final SurveyRegister register;

    private final CurrentActor current;

    SurveyListController(SurveyRegister register, CurrentActor current) {
        this.register = register;
        this.current = current;
    }

    @GetMapping("/surveys")
    String list(@ModelAttribute("query") SurveyQuery query, Model model) {
        model.addAttribute("slice", register.slice(query.filter(current.actor()), PAGE, query.cursor()));
        model.addAttribute("kinds", SurveyKind.values());
        model.addAttribute("states", SurveyState.values());
        model.addAttribute("origins", SurveyOrigin.values());
        model.addAttribute("mayEdit", current.actor().may(Right.SURVEY_EDIT));
        return "fielding/list";
    }

}
