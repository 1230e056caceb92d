package io.cesm.web.fielding;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

import io.cesm.domain.people.CurrentActor;
import io.cesm.satisfaction.fielding.ConsentRule;
import io.cesm.satisfaction.fielding.PlanningSurveys;
import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.satisfaction.fielding.SurveySettings;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Planning a survey, and changing the plan. */
@Controller
@PreAuthorize("hasAuthority('SURVEY_EDIT')")
class PlanController {

    private final PlanningSurveys planning;

    private final SurveyPages pages;

    private final PlanChoices choices;

    private final CurrentActor current;

    PlanController(PlanningSurveys planning, SurveyPages pages, PlanChoices choices, CurrentActor current) {
        this.planning = planning;
        this.pages = pages;
        this.choices = choices;
        this.current = current;
    }

    @GetMapping("/surveys/new")
    String ask(@RequestParam @Nullable String questionnaire, Model model, Locale locale) {
        model.addAttribute("form", SurveyForm.blank(questionnaire, current.actor().staff()));
        return form(model, locale);
    }

    @PostMapping("/surveys/new")
    String plan(@Valid @ModelAttribute("form") SurveyForm form, BindingResult errors, Model model, Locale locale,
            HttpServletResponse response, RedirectAttributes flash) {
        if (!FormTry.succeeds(errors,
                () -> model.addAttribute("planned", planning.plan(form.wish(SurveySettings.usual()))))) {
            response.setStatus(422);
            return form(model, locale);
        }
        flash.addFlashAttribute("notice", "fielding.planned");
        return "redirect:/surveys/" + requireNonNull(model.getAttribute("planned"));
    }

    @GetMapping("/surveys/{id}/edit")
    String edit(@PathVariable SurveyId id, Model model, Locale locale) {
        model.addAttribute("form", SurveyForm.of(pages.open(id, model)));
        return form(model, locale);
    }

    @PostMapping("/surveys/{id}/edit")
    String replan(@PathVariable SurveyId id, @Valid @ModelAttribute("form") SurveyForm form, BindingResult errors,
            Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        var it = pages.open(id, model);
        if (!FormTry.succeeds(errors,
                () -> planning.replan(id, form.version() == null ? -1 : form.version(), form.wish(it.settings())))) {
            response.setStatus(422);
            return form(model, locale);
        }
        flash.addFlashAttribute("notice", "fielding.saved");
        return "redirect:/surveys/{id}";
    }

    private String form(Model model, Locale locale) {
        model.addAttribute("questionnaires", choices.questionnaires(locale));
        model.addAttribute("owners", choices.owners(current.actor().staff()));
        model.addAttribute("consents", ConsentRule.values());
        return "fielding/form";
    }

}
