package io.cesm.web.expectation;

import java.util.Locale;

import io.cesm.expectation.AgreeingExpectations;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.PromiseCheck;
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

/** Promising what the customer expects, after looking at what speaks against it. */
@Controller
@RequestMapping("/expectations/{id}/commit")
@PreAuthorize("hasAuthority('EXPECTATION_COMMIT')")
class CommitController {

    private final AgreeingExpectations agreeing;

    private final PromiseCheck check;

    private final VerbPage page;

    CommitController(AgreeingExpectations agreeing, PromiseCheck check, VerbPage page) {
        this.agreeing = agreeing;
        this.check = check;
        this.page = page;
    }

    @GetMapping
    String ask(@PathVariable ExpectationId id, Model model, Locale locale) {
        var it = page.fresh(Verb.COMMIT, id, model, locale);
        var form = CommitForm.of(it);
        model.addAttribute("form", form);
        return show(id, form, model);
    }

    /** What speaks against the promise that is being typed. */
    @GetMapping("/check")
    String check(@PathVariable ExpectationId id, @ModelAttribute("form") CommitForm form, BindingResult errors,
            Model model) {
        if (!errors.hasErrors()) {
            show(id, form, model);
        }
        return "expectation/parts :: warnings";
    }

    @PostMapping
    String commit(@PathVariable ExpectationId id, @Valid @ModelAttribute("form") CommitForm form, BindingResult errors,
            Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!Attempt.succeeds(errors, () -> agreeing.commit(id, form.version(), form.wish()))) {
            show(id, form, model);
            return page.again("expectation/commit", Verb.COMMIT, id, form.version(), errors, model, locale, response);
        }
        flash.addFlashAttribute("notice", "expectation.committed");
        return "redirect:/expectations/{id}";
    }

    private String show(ExpectationId id, CommitForm form, Model model) {
        model.addAttribute("warnings",
                check.warnings(id, Ids.staff(form.owner()), form.committedLevel(), form.committedOn()));
        return "expectation/commit";
    }

}
