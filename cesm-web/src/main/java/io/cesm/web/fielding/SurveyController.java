package io.cesm.web.fielding;

import java.time.LocalDate;
import java.util.Locale;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.timeline.TimelineBook;
import io.cesm.satisfaction.fielding.FieldStatusBook;
import io.cesm.satisfaction.fielding.FieldingSurveys;
import io.cesm.satisfaction.fielding.SurveyId;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one survey, and the steps of its life. */
@Controller
@RequestMapping("/surveys/{id}")
class SurveyController {

    private static final int HISTORY = 20;

    private final SurveyPages pages;

    private final FieldingSurveys fielding;

    private final FieldStatusBook status;

    private final TimelineBook timeline;

    SurveyController(SurveyPages pages, FieldingSurveys fielding, FieldStatusBook status, TimelineBook timeline) {
        this.pages = pages;
        this.fielding = fielding;
        this.status = status;
        this.timeline = timeline;
    }

    @GetMapping
    String show(@PathVariable SurveyId id, Model model, Locale locale) {
        return page(id, null, model);
    }

    @PostMapping("/open")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    String open(@PathVariable SurveyId id, @RequestParam long version, Model model, HttpServletResponse response,
            RedirectAttributes flash) {
        return step(id, () -> fielding.open(id, version), "fielding.opened", model, response, flash);
    }

    @PostMapping("/close")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    String close(@PathVariable SurveyId id, @RequestParam long version, Model model, HttpServletResponse response,
            RedirectAttributes flash) {
        return step(id, () -> fielding.close(id, version), "fielding.closed", model, response, flash);
    }

    @PostMapping("/reopen")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    String reopen(@PathVariable SurveyId id, @RequestParam long version, @RequestParam LocalDate closesOn, Model model,
            HttpServletResponse response, RedirectAttributes flash) {
        return step(id, () -> fielding.reopen(id, version, closesOn), "fielding.reopened", model, response, flash);
    }

    @PostMapping("/conclude")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    String conclude(@PathVariable SurveyId id, @RequestParam long version, Model model, HttpServletResponse response,
            RedirectAttributes flash) {
        return step(id, () -> fielding.conclude(id, version), "fielding.concluded", model, response, flash);
    }

    private String step(SurveyId id, Runnable work, String notice, Model model, HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            work.run();
        }
        catch (Refusal refused) {
            response.setStatus(422);
            return page(id, refused, model);
        }
        flash.addFlashAttribute("notice", notice);
        return "redirect:/surveys/{id}";
    }

    private String page(SurveyId id, @Nullable Refusal refused, Model model) {
        var it = pages.open(id, model);
        model.addAttribute("steps", SurveyStep.of(it));
        var found = status.of(id);
        model.addAttribute("status", found);
        if (it.isOpenToChange()) {
            model.addAttribute("next", SurveyNext.of(it, found, status.hasOtherWays(id)));
        }
        model.addAttribute("refused", refused);
        model.addAttribute("timeline", timeline.of(id.id(), HISTORY, null));
        return "fielding/record";
    }

}
