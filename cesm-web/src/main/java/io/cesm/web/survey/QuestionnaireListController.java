package io.cesm.web.survey;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.satisfaction.questionnaire.QuestionnaireBook;
import io.cesm.satisfaction.questionnaire.QuestionnaireFilter;
import io.cesm.satisfaction.questionnaire.QuestionnaireState;
import io.cesm.satisfaction.questionnaire.SurveyKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All questionnaires, changed last first. */
@Controller
class QuestionnaireListController {

    private static final int SIZE = 30;

    private final QuestionnaireBook book;

    private final CurrentActor current;

    QuestionnaireListController(QuestionnaireBook book, CurrentActor current) {
        this.book = book;
        this.current = current;
    }

    @GetMapping("/questionnaires")
    String list(@RequestParam @Nullable String q, @RequestParam @Nullable SurveyKind kind,
            @RequestParam @Nullable QuestionnaireState state, @RequestParam @Nullable String cursor, Model model) {
        model.addAttribute("slice", book.slice(new QuestionnaireFilter(q, kind, state), SIZE, cursor));
        model.addAttribute("q", q);
        model.addAttribute("kind", kind);
        model.addAttribute("state", state);
        model.addAttribute("kinds", SurveyKind.values());
        model.addAttribute("states", QuestionnaireState.values());
        model.addAttribute("mayEdit", current.actor().may(Right.SURVEY_EDIT));
        return "survey/list";
    }

}
