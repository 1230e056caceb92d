package io.cesm.web.expectation;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.HandingOver;
import io.cesm.expectation.Verb;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Passing an expectation on as a handshake. */
@Controller
@RequestMapping("/expectations/{id}/hand-over")
@PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
class HandOverController {

    private final HandingOver handingOver;

    private final VerbPage page;

    HandOverController(HandingOver handingOver, VerbPage page) {
        this.handingOver = handingOver;
        this.page = page;
    }

    /** To whom, with what words. */
    record OfferForm(@NotBlank @Nullable String receiver, @Size(max = 1000) @Nullable String note) {
    }

    @GetMapping
    String show(@PathVariable ExpectationId id, Model model, Locale locale) {
        model.addAttribute("form", new OfferForm(null, null));
        return page(id, model, locale);
    }

    @PostMapping
    String offer(@PathVariable ExpectationId id, @Valid @ModelAttribute("form") OfferForm form, BindingResult errors,
            Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!Attempt.succeeds(errors,
                () -> handingOver.offer(id, requireNonNull(Ids.staff(form.receiver())), form.note()))) {
            response.setStatus(422);
            return page(id, model, locale);
        }
        flash.addFlashAttribute("notice", "expectation.handover.offered.done");
        return "redirect:/expectations/{id}";
    }

    @PostMapping("/accept")
    String accept(@PathVariable ExpectationId id, RedirectAttributes flash) {
        handingOver.accept(id);
        flash.addFlashAttribute("notice", "expectation.handover.accepted");
        return "redirect:/expectations/{id}";
    }

    @PostMapping("/refuse")
    String refuse(@PathVariable ExpectationId id, @RequestParam @Nullable String because, Model model, Locale locale,
            HttpServletResponse response, RedirectAttributes flash) {
        try {
            handingOver.refuse(id, because);
        }
        catch (FieldRefusal refusal) {
            response.setStatus(422);
            model.addAttribute("form", new OfferForm(null, null));
            model.addAttribute("refuseWrong", true);
            return page(id, model, locale);
        }
        flash.addFlashAttribute("notice", "expectation.handover.refused");
        return "redirect:/work";
    }

    @PostMapping("/take-back")
    String takeBack(@PathVariable ExpectationId id, RedirectAttributes flash) {
        handingOver.takeBack(id);
        flash.addFlashAttribute("notice", "expectation.handover.taken_back");
        return "redirect:/expectations/{id}";
    }

    private String page(ExpectationId id, Model model, Locale locale) {
        var it = page.fresh(Verb.WITHDRAW, id, model, locale);
        model.addAttribute("allowed", it.isOpen());
        model.addAttribute("offer", handingOver.open(id));
        return "expectation/hand-over";
    }

}
