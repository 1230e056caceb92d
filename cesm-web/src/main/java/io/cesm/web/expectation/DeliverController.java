package io.cesm.web.expectation;

import java.util.Locale;

import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.FulfillingExpectations;
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

/** Saying that it is done, with evidence in words or files. */
@Controller
@RequestMapping("/expectations/{id}/deliver")
@PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
class DeliverController {

    private final FulfillingExpectations fulfilling;

    private final VerbPage page;

    DeliverController(FulfillingExpectations fulfilling, VerbPage page) {
        this.fulfilling = fulfilling;
        this.page = page;
    }

    @GetMapping
    String ask(@PathVariable ExpectationId id, Model model, Locale locale) {
        var it = page.fresh(Verb.DELIVER, id, model, locale);
        model.addAttribute("form", DeliverForm.of(it));
        return "expectation/deliver";
    }

    @PostMapping
    String deliver(@PathVariable ExpectationId id, @Valid @ModelAttribute("form") DeliverForm form,
            BindingResult errors, Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!Attempt.succeeds(errors,
                () -> fulfilling.deliver(id, form.version(), form.wish(), Uploads.of(form.files())))) {
            return page.again("expectation/deliver", Verb.DELIVER, id, form.version(), errors, model, locale, response);
        }
        flash.addFlashAttribute("notice", "expectation.delivered");
        return "redirect:/expectations/{id}";
    }

}
