package io.cesm.web.fielding;

import java.util.LinkedHashMap;
import java.util.Map;

import io.cesm.satisfaction.fielding.MailText;
import io.cesm.satisfaction.fielding.MailTexts;
import io.cesm.satisfaction.fielding.PlanSurvey;
import io.cesm.satisfaction.fielding.PlanningSurveys;
import io.cesm.satisfaction.fielding.SurveyDetails;
import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the mails of a survey say. */
@Controller
@RequestMapping("/surveys/{id}/mail")
@PreAuthorize("hasAuthority('SURVEY_EDIT')")
class MailTextController {

    private final PlanningSurveys planning;

    private final SurveyPages pages;

    MailTextController(PlanningSurveys planning, SurveyPages pages) {
        this.planning = planning;
        this.pages = pages;
    }

    /** The texts in Chinese and English. */
    record MailForm(@NotBlank @Size(max = 200) @Nullable String subjectZh,
            @NotBlank @Size(max = 6000) @Nullable String bodyZh, @NotBlank @Size(max = 200) @Nullable String subjectEn,
            @NotBlank @Size(max = 6000) @Nullable String bodyEn,
            @NotBlank @Size(max = 200) @Nullable String remindSubjectZh,
            @NotBlank @Size(max = 6000) @Nullable String remindBodyZh,
            @NotBlank @Size(max = 200) @Nullable String remindSubjectEn,
            @NotBlank @Size(max = 6000) @Nullable String remindBodyEn, @Nullable Long version) {

        static MailForm of(SurveyDetails it) {
            var zh = MailTexts.invitation(it.settings(), "zh");
            var en = MailTexts.invitation(it.settings(), "en");
            var zhAgain = MailTexts.reminder(it.settings(), "zh");
            var enAgain = MailTexts.reminder(it.settings(), "en");
            return new MailForm(zh.subject(), zh.body(), en.subject(), en.body(), zhAgain.subject(), zhAgain.body(),
                    enAgain.subject(), enAgain.body(), it.version());
        }

        PlanSurvey wish(SurveyDetails it) {
            return new PlanSurvey(it.questionnaire(), it.asked(), it.title().by(), it.wave(), it.opensOn(),
                    it.closesOn(), it.owner(),
                    it.settings()
                        .saying(both(subjectZh, bodyZh, subjectEn, bodyEn),
                                both(remindSubjectZh, remindBodyZh, remindSubjectEn, remindBodyEn)));
        }

        private static Map<String, MailText> both(@Nullable String subjectZh, @Nullable String bodyZh,
                @Nullable String subjectEn, @Nullable String bodyEn) {
            Map<String, MailText> both = new LinkedHashMap<>();
            both.put("zh", new MailText(String.valueOf(subjectZh), String.valueOf(bodyZh)));
            both.put("en", new MailText(String.valueOf(subjectEn), String.valueOf(bodyEn)));
            return both;
        }

    }

    @GetMapping
    String ask(@PathVariable SurveyId id, Model model) {
        model.addAttribute("form", MailForm.of(pages.open(id, model)));
        return "fielding/mail";
    }

    @PostMapping
    String say(@PathVariable SurveyId id, @Valid @ModelAttribute("form") MailForm form, BindingResult errors,
            Model model, HttpServletResponse response, RedirectAttributes flash) {
        var it = pages.open(id, model);
        if (!FormTry.succeeds(errors,
                () -> planning.replan(id, form.version() == null ? -1 : form.version(), form.wish(it)))) {
            response.setStatus(422);
            return "fielding/mail";
        }
        flash.addFlashAttribute("notice", "fielding.saved");
        return "redirect:/surveys/{id}/mail";
    }

}
