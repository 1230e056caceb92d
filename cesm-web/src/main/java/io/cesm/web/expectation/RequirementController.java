package io.cesm.web.expectation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Locale;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.MoveRequirement;
import io.cesm.expectation.RequirementBook;
import io.cesm.expectation.RequirementId;
import io.cesm.expectation.RequirementRow;
import io.cesm.expectation.RequirementState;
import io.cesm.expectation.RoutingRequirements;
import io.cesm.expectation.Verb;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Requirements handed to product development, and the way back to the customer's words.
 */
@Controller
class RequirementController {

    private static final int PAGE = 25;

    private final RequirementBook book;

    private final RoutingRequirements routing;

    private final CurrentActor current;

    private final VerbPage page;

    RequirementController(RequirementBook book, RoutingRequirements routing, CurrentActor current, VerbPage page) {
        this.book = book;
        this.routing = routing;
        this.current = current;
        this.page = page;
    }

    /** What a person fills in to hand an expectation over. */
    record RaiseForm(@NotBlank @Size(max = 200) @Nullable String title,
            @NotBlank @Size(max = 4000) @Nullable String statement) {
    }

    /** What a person fills in to move a requirement on. */
    record MoveForm(@NotNull @Nullable RequirementState to, @Size(max = 120) @Nullable String releaseName,
            @Nullable LocalDate releaseOn, @Size(max = 1000) @Nullable String answer,
            @Size(max = 120) @Nullable String externalKey, @Nullable Long version) {
    }

    @GetMapping("/expectations/requirements")
    String list(@RequestParam @Nullable RequirementState state, @RequestParam @Nullable String cursor, Model model) {
        model.addAttribute("slice", book.slice(state, PAGE, cursor));
        model.addAttribute("state", state);
        model.addAttribute("states", RequirementState.values());
        return "expectation/requirements";
    }

    @GetMapping("/expectations/requirements/{requirement}")
    String show(@PathVariable RequirementId requirement, Model model) {
        var r = book.require(requirement);
        model.addAttribute("form",
                new MoveForm(null, r.releaseName(), r.releaseOn(), r.answer(), r.externalKey(), r.version()));
        return show(r, model);
    }

    @PostMapping("/expectations/requirements/{requirement}")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    String move(@PathVariable RequirementId requirement, @Valid @ModelAttribute("form") MoveForm form,
            BindingResult errors, Model model, HttpServletResponse response, RedirectAttributes flash) {
        if (!Attempt.succeeds(errors,
                () -> routing.move(requirement, form.version(), new MoveRequirement(requireNonNull(form.to()),
                        form.releaseName(), form.releaseOn(), form.answer(), form.externalKey())))) {
            model.addAttribute("stale", Attempt.isStale(errors));
            response.setStatus(Attempt.isStale(errors) ? 409 : 422);
            return show(book.require(requirement), model);
        }
        flash.addFlashAttribute("notice", "requirement.moved");
        return "redirect:/expectations/requirements/{requirement}";
    }

    @GetMapping("/expectations/{id}/requirements/new")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    String ask(@PathVariable ExpectationId id, Model model, Locale locale) {
        var it = page.fresh(Verb.WITHDRAW, id, model, locale);
        model.addAttribute("form", new RaiseForm(null, it.understood() == null ? it.verbatim() : it.understood()));
        return "expectation/requirement-new";
    }

    @PostMapping("/expectations/{id}/requirements/new")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    String raise(@PathVariable ExpectationId id, @Valid @ModelAttribute("form") RaiseForm form, BindingResult errors,
            Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!Attempt.succeeds(errors, () -> routing.raise(id, form.title(), form.statement()))) {
            return page.again("expectation/requirement-new", Verb.WITHDRAW, id, null, errors, model, locale, response);
        }
        flash.addFlashAttribute("notice", "requirement.raised.done");
        return "redirect:/expectations/{id}#requirements";
    }

    private String show(RequirementRow r, Model model) {
        model.addAttribute("r", r);
        model.addAttribute("next", r.state().next());
        model.addAttribute("mayMove", current.actor().may(Right.EXPECTATION_EDIT));
        return "expectation/requirement";
    }

}
