package io.cesm.web.complaint;

import java.util.List;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ChangingManyComplaints;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.IncidentBook;
import io.cesm.domain.complaint.LeadingIncidents;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.complaint.TakeStep;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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

/** One incident with many customers: gather, tell everybody, solve together. */
@Controller
@RequestMapping("/complaints/incidents")
class IncidentController {

    private final LeadingIncidents leading;

    private final IncidentBook book;

    private final ChangingManyComplaints changing;

    private final CurrentActor current;

    IncidentController(LeadingIncidents leading, IncidentBook book, ChangingManyComplaints changing,
            CurrentActor current) {
        this.leading = leading;
        this.book = book;
        this.changing = changing;
        this.current = current;
    }

    /** What opens an incident. */
    record IncidentForm(@NotBlank @Size(max = 200) @Nullable String title,
            @NotBlank @Size(max = 4000) @Nullable String words) {
    }

    /**
     * What everybody is told.
     *
     * @param send false to look at it first
     */
    record TellForm(@NotBlank @Size(max = 3000) @Nullable String zh, @Size(max = 3000) @Nullable String en,
            @Nullable Boolean send) {
    }

    /** How those that are chosen were solved, and how the customers were told. */
    record SolveForm(@Nullable List<ComplaintId> id, @Nullable CauseClass cause,
            @Size(max = 4000) @Nullable String rootCause, @Size(max = 4000) @Nullable String remedy,
            @Size(max = 3000) @Nullable String words, @Nullable ComplaintChannel channel) {

        TakeStep wish() {
            return new TakeStep(words, null, channel, null, null, cause, rootCause, remedy, null, null, null);
        }

    }

    @GetMapping
    @PreAuthorize("hasAuthority('VIEW')")
    String list(Model model) {
        model.addAttribute("form", new IncidentForm(null, null));
        return all(model);
    }

    private String all(Model model) {
        model.addAttribute("incidents", book.all());
        return "complaint/incidents";
    }

    @PostMapping
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    String open(@Valid @ModelAttribute("form") IncidentForm form, BindingResult errors, Model model,
            HttpServletResponse response, RedirectAttributes flash) {
        if (!FormTry.succeeds(errors,
                () -> model.addAttribute("made", leading.open(form.title(), form.words(), false)))) {
            response.setStatus(422);
            return all(model);
        }
        flash.addFlashAttribute("notice", "incident.opened");
        return "redirect:/complaints/incidents/" + model.getAttribute("made");
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('VIEW')")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("telling", new TellForm(null, null, null));
        return page(id, model);
    }

    /** How far the telling came, asked for while it goes on. */
    @GetMapping("/{id}/told")
    @PreAuthorize("hasAuthority('VIEW')")
    String told(@PathVariable UUID id, Model model) {
        model.addAttribute("it", book.require(id));
        model.addAttribute("told", book.told(id));
        return "complaint/incident :: told";
    }

    /** Shows what each would read, or tells them. */
    @PostMapping("/{id}/messages")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    String tell(@PathVariable UUID id, @Valid @ModelAttribute("telling") TellForm telling, BindingResult errors,
            Model model, HttpServletResponse response, RedirectAttributes flash) {
        var send = Boolean.TRUE.equals(telling.send());
        if (!FormTry.succeeds(errors, () -> {
            if (send) {
                leading.tell(id, telling.zh(), telling.en());
            }
            else {
                model.addAttribute("previews", leading.preview(id, telling.zh(), telling.en()));
            }
        })) {
            response.setStatus(422);
            return page(id, model);
        }
        if (send) {
            flash.addFlashAttribute("notice", "incident.telling");
            return "redirect:/complaints/incidents/{id}#told";
        }
        return page(id, model);
    }

    @PostMapping("/{id}/solution")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    String solve(@PathVariable UUID id, @Valid @ModelAttribute("solving") SolveForm solving, BindingResult errors,
            Model model, HttpServletResponse response) {
        if (!FormTry.succeeds(errors,
                () -> model.addAttribute("results", changing.change(solving.id() == null ? List.of() : solving.id(),
                        ChangingManyComplaints.Wish.of(Step.RESOLVE, solving.wish()))))) {
            response.setStatus(422);
        }
        model.addAttribute("telling", new TellForm(null, null, null));
        return page(id, model);
    }

    @PostMapping("/{id}/children")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    String leave(@PathVariable UUID id, @RequestParam String complaint, RedirectAttributes flash) {
        leading.detach(ComplaintId.of(complaint));
        flash.addFlashAttribute("notice", "incident.left");
        return "redirect:/complaints/incidents/{id}";
    }

    @PostMapping("/{id}/close")
    @PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
    String close(@PathVariable UUID id, @RequestParam long version, RedirectAttributes flash) {
        leading.close(id, version);
        flash.addFlashAttribute("notice", "incident.closed");
        return "redirect:/complaints/incidents/{id}";
    }

    private String page(UUID id, Model model) {
        model.addAttribute("it", book.require(id));
        model.addAttribute("children", book.children(id));
        model.addAttribute("told", book.told(id));
        model.addAttribute("causes", CauseClass.values());
        model.addAttribute("channels", ComplaintChannel.values());
        model.addAttribute("mayEdit", current.actor().may(Right.COMPLAINT_EDIT));
        if (!model.containsAttribute("solving")) {
            model.addAttribute("solving", new SolveForm(null, null, null, null, null, null));
        }
        return "complaint/incident";
    }

}
