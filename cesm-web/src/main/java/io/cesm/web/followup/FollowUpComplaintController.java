package io.cesm.web.followup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.customer.ContactBook;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.dimension.Flow;
import io.cesm.satisfaction.followup.FollowUpBook;
import io.cesm.satisfaction.followup.FollowUpDetails;
import io.cesm.satisfaction.followup.FollowUpId;
import io.cesm.web.customer.Tries;
import io.cesm.web.layout.IdText;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Filing a complaint after the customer was asked. */
@Controller
@RequestMapping("/follow-ups/{id}/complaint")
@PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
class FollowUpComplaintController {

    private static final int HINDERED = 3;

    private final FollowUpBook book;

    private final BecomingComplaint becoming;

    private final ContactBook contacts;

    private final DimensionBook dimensions;

    FollowUpComplaintController(FollowUpBook book, BecomingComplaint becoming, ContactBook contacts,
            DimensionBook dimensions) {
        this.book = book;
        this.becoming = becoming;
        this.contacts = contacts;
        this.dimensions = dimensions;
    }

    /** What a person fills in; the words are suggested from what the customer said. */
    record ComplainForm(@NotBlank @Size(max = 4000) @Nullable String verbatim, @NotBlank @Nullable String contact,
            @Nullable String dimension, @Nullable Flow flow, @NotNull @Min(1) @Max(4) @Nullable Integer impact,
            @NotNull @Min(1) @Max(4) @Nullable Integer urgency) {

        int impactOrUsual() {
            return (impact == null) ? HINDERED : impact;
        }

        int urgencyOrUsual() {
            return (urgency == null) ? HINDERED : urgency;
        }

    }

    @GetMapping
    public String ask(@PathVariable FollowUpId id, Model model, Locale locale) {
        var it = book.require(id);
        var words = (it.customerSaid() == null) ? it.row().quote() : it.customerSaid();
        model.addAttribute("form", new ComplainForm(words, it.contact() == null ? null : it.contact().toString(), null,
                it.row().flow(), HINDERED, HINDERED));
        return page(it, model, locale);
    }

    @PostMapping
    public String become(@PathVariable FollowUpId id, @Valid @ModelAttribute("form") ComplainForm form,
            BindingResult errors, Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!Tries.succeeds(errors,
                () -> becoming.become(id, form.verbatim(), IdText.read(form.contact(), ContactId::of), form.dimension(),
                        form.flow(), form.impactOrUsual(), form.urgencyOrUsual()))) {
            response.setStatus(422);
            return page(book.require(id), model, locale);
        }
        flash.addFlashAttribute("notice", "followup.complaint.became");
        return "redirect:/follow-ups/{id}";
    }

    private String page(FollowUpDetails it, Model model, Locale locale) {
        Map<String, String> people = new LinkedHashMap<>();
        contacts.ofCustomer(it.row().customer())
            .forEach(one -> people.put(one.id().toString(),
                    one.title() == null ? one.name() : one.name() + " · " + one.title()));
        Map<String, String> kinds = new LinkedHashMap<>();
        dimensions.active().forEach(one -> kinds.put(one.code(), one.name(locale)));
        model.addAttribute("it", it);
        model.addAttribute("people", people);
        model.addAttribute("dimensions", kinds);
        model.addAttribute("flows", Flow.values());
        model.addAttribute("fourSteps", List.of(1, 2, 3, 4));
        return "followup/complaint";
    }

}
