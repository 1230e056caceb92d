package io.cesm.web.expectation;

import java.util.Locale;

import io.cesm.expectation.FulfillingExpectations;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.Verb;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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

/** Recording that the customer confirmed. */
@Controller
@RequestMapping("/expectations/{id}/confirm")
@PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
class ConfirmController {

    private final FulfillingExpectations fulfilling;

    private final VerbPage page;

    private final Today today;

    ConfirmController(FulfillingExpectations fulfilling, VerbPage page, Today today) {
        this.fulfilling = fulfilling;
        this.page = page;
        this.today = today;
    }

    @GetMapping
    String ask(@PathVariable ExpectationId id, Model model, Locale locale) {
        var it = page.fresh(Verb.CONFIRM, id, model, locale);
        model.addAttribute("form", AnswerForm.of(it, today.day()));
        return "expectation/confirm";
    }

    @PostMapping
    String confirm(@PathVariable ExpectationId id, @Valid @ModelAttribute("form") AnswerForm form, BindingResult errors,
            Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!Attempt.succeeds(errors, () -> fulfilling.confirm(id, form.version(), form.said()))) {
            return page.again("expectation/confirm", Verb.CONFIRM, id, form.version(), errors, model, locale, response);
        }
        flash.addFlashAttribute("notice", "expectation.confirmed");
        return "redirect:/expectations/{id}";
    }

}
