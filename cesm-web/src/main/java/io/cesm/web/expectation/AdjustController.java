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

/** Promising something else than the customer expects. */
@Controller
@RequestMapping("/expectations/{id}/adjust")
@PreAuthorize("hasAuthority('EXPECTATION_COMMIT')")
class AdjustController {

    private final AgreeingExpectations agreeing;

    private final VerbPage page;

    private final Today today;

    AdjustController(AgreeingExpectations agreeing, VerbPage page, Today today) {
        this.agreeing = agreeing;
        this.page = page;
        this.today = today;
    }

    @GetMapping
    String ask(@PathVariable ExpectationId id, Model model, Locale locale) {
        var it = page.fresh(Verb.ADJUST, id, model, locale);
        model.addAttribute("form", AdjustForm.of(it, today.day(), today.me()));
        return "expectation/adjust";
    }

    @PostMapping
    String adjust(@PathVariable ExpectationId id, @Valid @ModelAttribute("form") AdjustForm form, BindingResult errors,
            Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!Attempt.succeeds(errors, () -> agreeing.adjust(id, form.version(), form.wish()))) {
            return page.again("expectation/adjust", Verb.ADJUST, id, form.version(), errors, model, locale, response);
        }
        flash.addFlashAttribute("notice", "expectation.adjusted");
        return "redirect:/expectations/{id}";
    }

}
