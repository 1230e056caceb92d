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

/** Saying no, with an alternative. */
@Controller
@RequestMapping("/expectations/{id}/decline")
@PreAuthorize("hasAuthority('EXPECTATION_COMMIT')")
class DeclineController {

    private final AgreeingExpectations agreeing;

    private final VerbPage page;

    private final Today today;

    DeclineController(AgreeingExpectations agreeing, VerbPage page, Today today) {
        this.agreeing = agreeing;
        this.page = page;
        this.today = today;
    }

    @GetMapping
    String ask(@PathVariable ExpectationId id, Model model, Locale locale) {
        var it = page.fresh(Verb.DECLINE, id, model, locale);
        model.addAttribute("form", DeclineForm.of(it, today.day(), today.me()));
        return "expectation/decline";
    }

    @PostMapping
    String decline(@PathVariable ExpectationId id, @Valid @ModelAttribute("form") DeclineForm form,
            BindingResult errors, Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!Attempt.succeeds(errors, () -> agreeing.decline(id, form.version(), form.wish()))) {
            return page.again("expectation/decline", Verb.DECLINE, id, form.version(), errors, model, locale, response);
        }
        flash.addFlashAttribute("notice", "expectation.declined");
        return "redirect:/expectations/{id}";
    }

}
