package io.cesm.web.analysis;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.satisfaction.analysis.AnswersBehind;
import io.cesm.satisfaction.answer.LeavingOut;
import io.cesm.satisfaction.answer.LeftOutReason;
import io.cesm.satisfaction.reading.AnswerLines;
import io.cesm.satisfaction.reading.TakenAnswers;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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

import static java.util.Objects.requireNonNull;

/** One answer, and whether it counts. */
@Controller
@RequestMapping("/surveys/{id}/analysis/answers/{answer}")
class LeavingOutController {

    private final AnswersBehind answers;

    private final TakenAnswers taken;

    private final LeavingOut leaving;

    private final Painters painters;

    private final CurrentActor current;

    LeavingOutController(AnswersBehind answers, TakenAnswers taken, LeavingOut leaving, Painters painters,
            CurrentActor current) {
        this.answers = answers;
        this.taken = taken;
        this.leaving = leaving;
        this.painters = painters;
        this.current = current;
    }

    /** Why an answer shall not count. */
    record LeaveOutForm(@NotNull @Nullable LeftOutReason reason, @NotBlank @Size(max = 1000) @Nullable String words) {
    }

    /** Why it shall count again. */
    record TakeInForm(@NotBlank @Size(max = 1000) @Nullable String words) {
    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    public String show(@PathVariable UUID id, @PathVariable UUID answer, Model model, Locale locale) {
        model.addAttribute("out", new LeaveOutForm(null, null));
        model.addAttribute("in", new TakeInForm(null));
        return page(id, answer, model, locale);
    }

    @PostMapping("/left-out")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String leaveOut(@PathVariable UUID id, @PathVariable UUID answer,
            @Valid @ModelAttribute("out") LeaveOutForm form, BindingResult errors, Model model, Locale locale,
            HttpServletResponse response, RedirectAttributes flash) {
        if (!FormTry.succeeds(errors,
                () -> leaving.leaveOut(id, answer, requireNonNull(form.reason()), form.words()))) {
            response.setStatus(422);
            model.addAttribute("in", new TakeInForm(null));
            return page(id, answer, model, locale);
        }
        flash.addFlashAttribute("notice", "analysis.answer.left_out.done");
        return "redirect:/surveys/" + id + "/analysis/answers/" + answer;
    }

    @PostMapping("/taken-in")
    @PreAuthorize("hasAuthority('SURVEY_EDIT')")
    public String takeIn(@PathVariable UUID id, @PathVariable UUID answer, @Valid @ModelAttribute("in") TakeInForm form,
            BindingResult errors, Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!FormTry.succeeds(errors, () -> leaving.takeIn(id, answer, form.words()))) {
            response.setStatus(422);
            model.addAttribute("out", new LeaveOutForm(null, null));
            return page(id, answer, model, locale);
        }
        flash.addFlashAttribute("notice", "analysis.answer.taken_in.done");
        return "redirect:/surveys/" + id + "/analysis/answers/" + answer;
    }

    private String page(UUID id, UUID answer, Model model, Locale locale) {
        var row = answers.one(id, answer);
        var scene = painters.scene(id, View.QUALITY, AnalysisQuery.NONE, locale);
        var head = scene.opened().survey().head();
        model.addAttribute("row", row);
        model.addAttribute("head", head);
        model.addAttribute("surveyTitle", scene.tell().words(head.title().by()));
        var whole = taken.find(row.answeredOn(), row.id());
        model.addAttribute("lines", whole == null ? List.of() : AnswerLines.of(whole, locale.getLanguage()));
        model.addAttribute("reasons", LeftOutReason.values());
        model.addAttribute("mayJudge", current.actor().may(Right.SURVEY_EDIT));
        model.addAttribute("leftOut", leaving.find(id, answer).orElse(null));
        return "analysis/answer";
    }

}
