package io.cesm.web.complaint;

import java.util.List;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.SplittingComplaints;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking a second matter out of a complaint. */
@Controller
@RequestMapping("/complaints/{id}/split")
@PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
class SplitController {

    private final SplittingComplaints splitting;

    private final ComplaintBook book;

    SplitController(SplittingComplaints splitting, ComplaintBook book) {
        this.splitting = splitting;
        this.book = book;
    }

    /** The second matter. */
    record SplitForm(@Nullable ComplaintKind kind, @Size(max = 200) @Nullable String subject,
            @NotBlank @Size(max = 4000) @Nullable String words, @Min(1) @Max(4) @Nullable Integer impact,
            @Min(1) @Max(4) @Nullable Integer urgency) {
    }

    @GetMapping
    String ask(@PathVariable ComplaintId id, Model model) {
        var it = book.require(id);
        model.addAttribute("form", new SplitForm(it.kind(), null, null, it.grade().impact(), it.grade().urgency()));
        return page(id, model);
    }

    @PostMapping
    String split(@PathVariable ComplaintId id, @Valid @ModelAttribute("form") SplitForm form, BindingResult errors,
            Model model, HttpServletResponse response, RedirectAttributes flash) {
        if (!FormTry.succeeds(errors,
                () -> model.addAttribute("made", splitting.split(id, form.kind(), form.subject(), form.words(),
                        form.impact() == null ? 3 : form.impact(), form.urgency() == null ? 3 : form.urgency())))) {
            response.setStatus(422);
            return page(id, model);
        }
        flash.addFlashAttribute("notice", "complaint.split.done");
        return "redirect:/complaints/" + model.getAttribute("made");
    }

    private String page(ComplaintId id, Model model) {
        model.addAttribute("it", book.require(id));
        model.addAttribute("kinds", ComplaintKind.values());
        model.addAttribute("fourSteps", List.of(1, 2, 3, 4));
        return "complaint/split";
    }

}
