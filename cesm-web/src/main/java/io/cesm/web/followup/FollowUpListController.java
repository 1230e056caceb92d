package io.cesm.web.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import io.cesm.satisfaction.followup.ChangingManyFollowUps;
import io.cesm.satisfaction.followup.FollowUpBook;
import io.cesm.satisfaction.followup.FollowUpId;
import io.cesm.web.customer.Tries;
import io.cesm.web.layout.Counted;
import io.cesm.web.layout.IdText;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The desk of follow-ups: mine, my unit's, overdue ones; and changing several at once.
 */
@Controller
@PreAuthorize("hasAuthority('VIEW')")
class FollowUpListController {

    private static final int PAGE = 25;

    private static final int COUNTED = 1000;

    private final FollowUpBook book;

    private final ChangingManyFollowUps changing;

    private final FollowUpChoices choices;

    private final FilterChips chips;

    private final CurrentActor current;

    FollowUpListController(FollowUpBook book, ChangingManyFollowUps changing, FollowUpChoices choices,
            FilterChips chips, CurrentActor current) {
        this.book = book;
        this.changing = changing;
        this.choices = choices;
        this.chips = chips;
        this.current = current;
    }

    /** Which ones, and what becomes of them. */
    record BulkForm(@Nullable List<FollowUpId> id, @Nullable String owner, @Nullable LocalDate dueOn,
            @Size(max = 1000) @Nullable String because) {

        List<FollowUpId> ids() {
            return id == null ? List.of() : id;
        }

    }

    @GetMapping("/follow-ups")
    public String list(@ModelAttribute("query") FollowUpQuery query, Model model, Locale locale) {
        var filter = query.filter(current.actor());
        choices.addFilters(model, locale);
        model.addAttribute("slice", book.slice(filter, query.order(), PAGE, query.cursor()));
        model.addAttribute("count", new Counted(book.count(filter, COUNTED), COUNTED));
        model.addAttribute("chips", chips.of(query, model, locale));
        model.addAttribute("causeNames", choices.causeNames(locale));
        return "followup/list";
    }

    @GetMapping("/follow-ups/bulk")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public String ask(@ModelAttribute("form") BulkForm form, BindingResult errors, Model model) {
        return page(form, model);
    }

    @PostMapping("/follow-ups/bulk")
    @PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
    public String change(@Valid @ModelAttribute("form") BulkForm form, BindingResult errors, Model model,
            HttpServletResponse response) {
        if (!Tries.succeeds(errors, () -> model.addAttribute("results",
                changing.change(form.ids(), IdText.read(form.owner(), StaffId::of), form.dueOn(), form.because())))) {
            response.setStatus(422);
        }
        return page(form, model);
    }

    private String page(BulkForm form, Model model) {
        model.addAttribute("ids", form.ids());
        model.addAttribute("owners", choices.owners());
        return "followup/bulk";
    }

}
