package io.cesm.web.complaint;

import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.ChangingManyComplaints;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.IncidentBook;
import io.cesm.domain.complaint.TakeStep;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Doing the same with many complaints of the queue, and reading what became of each. */
@Controller
@RequestMapping("/complaints/bulk")
@PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
class ComplaintBulkController {

    private final ChangingManyComplaints changing;

    private final ComplaintChoices choices;

    private final IncidentBook incidents;

    ComplaintBulkController(ChangingManyComplaints changing, ComplaintChoices choices, IncidentBook incidents) {
        this.changing = changing;
        this.choices = choices;
        this.incidents = incidents;
    }

    /** Which ones, and what becomes of them. */
    record BulkForm(@Nullable List<ComplaintId> id, @Nullable String owner, @Nullable Boolean watch,
            @Size(max = 3000) @Nullable String words, @Nullable ComplaintChannel channel,
            @Min(1) @Max(4) @Nullable Integer grade, @Size(max = 1000) @Nullable String because,
            @Nullable UUID incident) {

        List<ComplaintId> ids() {
            return id == null ? List.of() : id;
        }

        ChangingManyComplaints.Wish wish() {
            return new ChangingManyComplaints.Wish(Ids.staff(owner), watch, words, channel, grade, because, incident,
                    null, TakeStep.NOTHING);
        }

    }

    @GetMapping
    String ask(@ModelAttribute("form") BulkForm form, BindingResult errors, Model model) {
        return page(form, model);
    }

    @PostMapping
    String change(@Valid @ModelAttribute("form") BulkForm form, BindingResult errors, Model model,
            HttpServletResponse response) {
        if (!FormTry.succeeds(errors, () -> model.addAttribute("results", changing.change(form.ids(), form.wish())))) {
            response.setStatus(422);
        }
        return page(form, model);
    }

    private String page(BulkForm form, Model model) {
        model.addAttribute("ids", form.ids());
        model.addAttribute("owners", choices.owners());
        model.addAttribute("channels", ComplaintChannel.values());
        model.addAttribute("incidents", incidents.open());
        model.addAttribute("fourSteps", List.of(1, 2, 3, 4));
        return "complaint/bulk";
    }

}
