package io.cesm.web.expectation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Locale;

import io.cesm.expectation.Channel;
import io.cesm.expectation.ConflictBook;
import io.cesm.expectation.ConflictId;
import io.cesm.expectation.ConflictRow;
import io.cesm.expectation.ConflictRule;
import io.cesm.expectation.ConflictState;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.ResolveConflict;
import io.cesm.expectation.ResolvingConflicts;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Conflicting expectations inside one customer, and how they were decided. */
@Controller
@RequestMapping("/expectations/conflicts")
class ConflictController {

    private static final int PAGE = 20;

    private final ConflictBook book;

    private final ResolvingConflicts resolving;

    private final Choices choices;

    private final Today today;

    ConflictController(ConflictBook book, ResolvingConflicts resolving, Choices choices, Today today) {
        this.book = book;
        this.resolving = resolving;
        this.choices = choices;
        this.today = today;
    }

    /** What a person fills in to record a decision. */
    record DecisionForm(@NotBlank @Nullable String chosen, @NotBlank @Nullable String decidedBy,
            @NotBlank @Size(max = 2000) @Nullable String decision, @NotNull @Nullable LocalDate toldOn,
            @NotBlank @Nullable String toldBy, @NotBlank @Nullable String toldContact,
            @NotNull @Nullable Channel toldChannel, @Nullable Long version) {

        ResolveConflict wish() {
            return new ResolveConflict(ExpectationId.of(requireNonNull(chosen)), requireNonNull(Ids.contact(decidedBy)),
                    decision, ToldFields.told(toldOn, toldBy, toldContact, toldChannel));
        }

    }

    @GetMapping
    String list(@RequestParam(defaultValue = "OPEN") ConflictState state, @RequestParam @Nullable String customer,
            @RequestParam @Nullable String cursor, Model model) {
        model.addAttribute("slice", book.slice(state, Ids.customer(customer), PAGE, cursor));
        model.addAttribute("state", state);
        model.addAttribute("states", ConflictState.values());
        model.addAttribute("points", ConflictRule.POINTS_APART);
        model.addAttribute("days", ConflictRule.DAYS_APART);
        return "expectation/conflicts";
    }

    @GetMapping("/{conflict}")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    String ask(@PathVariable ConflictId conflict, Model model, Locale locale) {
        var x = book.require(conflict);
        model.addAttribute("form",
                new DecisionForm(null, null, null, today.day(), Ids.text(today.me()), null, null, x.version()));
        return page(x, model, locale);
    }

    @PostMapping("/{conflict}")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    String resolve(@PathVariable ConflictId conflict, @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult errors, Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!Attempt.succeeds(errors, () -> resolving.resolve(conflict, form.version(), form.wish()))) {
            model.addAttribute("stale", Attempt.isStale(errors));
            response.setStatus(Attempt.isStale(errors) ? 409 : 422);
            return page(book.require(conflict), model, locale);
        }
        flash.addFlashAttribute("notice", "conflict.resolved");
        return "redirect:/expectations/conflicts";
    }

    @PostMapping("/{conflict}/dismiss")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    String dismiss(@PathVariable ConflictId conflict, @RequestParam @Nullable String because,
            @RequestParam @Nullable Long version, RedirectAttributes flash) {
        resolving.dismiss(conflict, version, because);
        flash.addFlashAttribute("notice", "conflict.dismissed");
        return "redirect:/expectations/conflicts";
    }

    private String page(ConflictRow x, Model model, Locale locale) {
        model.addAttribute("x", x);
        model.addAttribute("contacts", choices.contacts(x.customer()));
        model.addAttribute("staff", choices.staff(x.customer()));
        model.addAttribute("channels", Channel.SPOKEN);
        return "expectation/conflict";
    }

}
