package io.cesm.web.expectation;

import java.util.Locale;

import io.cesm.expectation.ClosingExpectations;
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

/** Recording that the customer no longer wants it. */
@Controller
@RequestMapping("/expectations/{id}/withdraw")
@PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
class WithdrawController {

    private final ClosingExpectations closing;

    private final VerbPage page;

    WithdrawController(ClosingExpectations closing, VerbPage page) {
        this.closing = closing;
        this.page = page;
    }

    @GetMapping
    String ask(@PathVariable ExpectationId id, Model model, Locale locale) {
        var it = page.fresh(Verb.WITHDRAW, id, model, locale);
        model.addAttribute("form", new ReasonForm(null, it.version()));
        return "expectation/withdraw";
    }

    @PostMapping
    String withdraw(@PathVariable ExpectationId id, @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors, Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!Attempt.succeeds(errors, () -> closing.withdraw(id, form.version(), form.because()))) {
            return page.again("expectation/withdraw", Verb.WITHDRAW, id, form.version(), errors, model, locale,
                    response);
        }
        flash.addFlashAttribute("notice", "expectation.withdrawn");
        return "redirect:/expectations/{id}";
    }

}
