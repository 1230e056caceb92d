package io.cesm.web.expectation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

import io.cesm.expectation.AgreeingExpectations;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.Verb;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.security.access.prepost.PreAuthorize;
import org.jspecify.annotations.Nullable;
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

    /** Whoever was refused a lower promise goes on here with what they typed there. */
    @GetMapping
    String ask(@PathVariable ExpectationId id, @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable BigDecimal committedLevel,
            @RequestParam(required = false) @Nullable BigDecimal committedValue,
            @RequestParam(required = false) @Nullable LocalDate committedOn, Model model, Locale locale) {
        var it = page.fresh(Verb.ADJUST, id, model, locale);
        model.addAttribute("form", AdjustForm.of(it, today.day(), today.me())
            .promising(owner, committedLevel, committedValue, committedOn));
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
