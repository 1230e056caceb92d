package io.cesm.web.followup;

import java.util.LinkedHashMap;
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

/** Noting what the customer expects after they were asked. */
@Controller("followUpExpectationController")
@RequestMapping("/follow-ups/{id}/expectation")
@PreAuthorize("hasAuthority('EXPECTATION_EDIT')")
class ExpectationController {

    private final FollowUpBook book;

    private final BecomingExpectation becoming;

    private final ContactBook contacts;

    private final DimensionBook dimensions;

    ExpectationController(FollowUpBook book, BecomingExpectation becoming, ContactBook contacts,
            DimensionBook dimensions) {
        this.book = book;
        this.becoming = becoming;
        this.contacts = contacts;
        this.dimensions = dimensions;
    }

    /** What a person fills in; the words are suggested from what the customer said. */
    record ExpectForm(@NotBlank @Size(max = 4000) @Nullable String verbatim, @NotBlank @Nullable String contact,
            @Nullable String dimension, @Nullable Flow flow, @Min(1) @Max(5) @Nullable Integer importance) {
    }

    @GetMapping
    public String ask(@PathVariable FollowUpId id, Model model, Locale locale) {
        var it = book.require(id);
        var words = it.customerSaid() == null ? it.row().quote() : it.customerSaid();
        model.addAttribute("form", new ExpectForm(words, it.contact() == null ? null : it.contact().toString(), null,
                it.row().flow(), null));
        return page(it, model, locale);
    }

    @PostMapping
    public String become(@PathVariable FollowUpId id, @Valid @ModelAttribute("form") ExpectForm form,
            BindingResult errors, Model model, Locale locale, HttpServletResponse response, RedirectAttributes flash) {
        if (!Tries.succeeds(errors, () -> becoming.become(id, form.verbatim(), form.dimension(), form.flow(),
                form.importance(), IdText.read(form.contact(), ContactId::of)))) {
            response.setStatus(422);
            return page(book.require(id), model, locale);
        }
        flash.addFlashAttribute("notice", "followup.said.became");
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
        return "followup/expectation";
    }

}
