package io.cesm.web.expectation;

import java.util.Locale;

import io.cesm.expectation.AgreeingExpectations;
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

/** Agreeing with the customer on what is meant. */
@Controller
@RequestMapping("/expectations/{id}/clarify")
@PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
class ClarifyController {

    private final AgreeingExpectations agreeing;

    private final VerbPage page;

    ClarifyController(AgreeingExpectations agreeing, VerbPage page) {
        this.agreeing = agreeing;
        this.page = page;
    }

    @GetMapping
    String ask(@PathVariable ExpectationId id, Model model, Locale locale) {
        var it = page.fresh(Verb.CLARIFY, id, model, locale);
        model.addAttribute("form", ClarifyForm.of(it));
        return "expectation/clarify";
    }

    @PostMapping
    String clarify(@PathVariable ExpectationId id, @Valid @ModelAttribute("form") ClarifyForm form,
            BindingResult errors, Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!Attempt.succeeds(errors, () -> agreeing.clarify(id, form.version(), form.wish()))) {
            return page.again("expectation/clarify", Verb.CLARIFY, id, form.version(), errors, model, locale, response);
        }
        flash.addFlashAttribute("notice", "expectation.clarified");
        return "redirect:/expectations/{id}";
    }

}
