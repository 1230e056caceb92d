package io.cesm.web.voice;

import java.util.Locale;
import java.util.UUID;

import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.satisfaction.voice.CodingComments;
import io.cesm.satisfaction.voice.TendingVoices;
import io.cesm.web.customer.Tries;
import io.cesm.web.fielding.SurveyPages;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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

/** Coding the comments of a survey by hand, one after the other. */
@Controller
@RequestMapping("/surveys/{id}/voices/coding")
@PreAuthorize("hasAuthority('SURVEY_EDIT')")
class CodingController {

    private final CodingComments coding;

    private final TendingVoices voices;

    private final SurveyPages pages;

    CodingController(CodingComments coding, TendingVoices voices, SurveyPages pages) {
        this.coding = coding;
        this.voices = voices;
        this.pages = pages;
    }

    /** What a coder says of one comment. */
    record CodeForm(@NotNull @Nullable UUID comment, @NotBlank @Nullable String theme,
            @NotNull @Nullable Integer sentiment) {
    }

    @GetMapping
    public String show(@PathVariable UUID id, Model model, Locale locale) {
        model.addAttribute("form", new CodeForm(null, null, null));
        return page(id, model, locale);
    }

    @PostMapping
    public String code(@PathVariable UUID id, @Valid @ModelAttribute("form") CodeForm form, BindingResult errors,
            Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        pages.open(new SurveyId(id), model);
        if (!Tries.succeeds(errors, () -> coding.code(id, java.util.Objects.requireNonNull(form.comment()),
                form.theme(), form.sentiment()))) {
            response.setStatus(422);
            return page(id, model, locale);
        }
        return "redirect:/surveys/{id}/voices/coding";
    }

    private String page(UUID id, Model model, Locale locale) {
        pages.open(new SurveyId(id), model);
        model.addAttribute("next", coding.next(id));
        model.addAttribute("coded", coding.coded(id));
        model.addAttribute("pairs", coding.agreement(id));
        model.addAttribute("draw", new ThemeDrawing());
        model.addAttribute("themes", VoiceController.names(voices, locale));
        return "voice/coding";
    }

}
