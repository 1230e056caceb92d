package io.cesm.web.complaint;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.complaint.ComplaintFilter;
import io.cesm.domain.complaint.ComplaintOrder;
import io.cesm.domain.complaint.ComplaintRegister;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.complaint.GradingComplaints;
import io.cesm.domain.customer.ContactBook;
import io.cesm.domain.customer.ContactCard;
import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.web.people.FormTry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Filing a complaint while the caller is on the line: the caller by any phone, mail or
 * name, the words, and how bad it is. The customer follows from the caller.
 */
@Controller
@RequestMapping("/complaints/new")
@PreAuthorize("hasAuthority('COMPLAINT_EDIT')")
class ComplaintFilingController {

    private static final int SUGGESTIONS = 8;

    private static final int HINTS = 5;

    private final FilingComplaints filing;

    private final GradingComplaints grading;

    private final ComplaintRegister register;

    private final CustomerBook customers;

    private final ContactBook contacts;

    private final ComplaintChoices choices;

    private final CurrentActor current;

    ComplaintFilingController(FilingComplaints filing, GradingComplaints grading, ComplaintRegister register,
            CustomerBook customers, ContactBook contacts, ComplaintChoices choices, CurrentActor current) {
        this.filing = filing;
        this.grading = grading;
        this.register = register;
        this.customers = customers;
        this.contacts = contacts;
        this.choices = choices;
        this.current = current;
    }

    @GetMapping
    String ask(@RequestParam @Nullable String customer, @RequestParam @Nullable String contact, Model model,
            Locale locale) {
        var who = Ids.customer(customer);
        var person = Ids.contact(contact);
        model.addAttribute("form", ComplaintForm.blank(customer, who == null ? null : customers.require(who).name(),
                contact, person == null ? null : contacts.require(person).name(), current.actor().staff()));
        return show(model, locale);
    }

    @PostMapping
    String file(@Valid @ModelAttribute("form") ComplaintForm sent, BindingResult errors, Model model, Locale locale,
            HttpServletResponse response, RedirectAttributes flash) {
        var caller = caller(sent, errors, model);
        if (caller == null || !FormTry.succeeds(errors, () -> model.addAttribute("filed",
                filing.file(sent.by(caller.customer(), caller.id()), ComplaintUploads.of(sent.files()))))) {
            response.setStatus(422);
            return show(model, locale);
        }
        flash.addFlashAttribute("notice", "complaint.filed");
        return Boolean.TRUE.equals(sent.next()) ? "redirect:/complaints/new"
                : "redirect:/complaints/" + model.getAttribute("filed");
    }

    /** What this caller complained of before, and the grade the matrix would give. */
    @PostMapping("/hints")
    String hints(@ModelAttribute("form") ComplaintForm form, BindingResult errors, Model model) {
        if (!errors.hasErrors()) {
            addHints(form, model);
        }
        return "complaint/parts :: hints";
    }

    private void addHints(ComplaintForm form, Model model) {
        var person = Ids.contact(form.contact());
        var caller = person == null ? null : contacts.find(person).orElse(null);
        if (caller == null) {
            return;
        }
        model.addAttribute("caller", caller);
        model.addAttribute("earlier",
                register.slice(ComplaintFilter.ALL.of(caller.customer()), ComplaintOrder.NEWEST, HINTS, null).items());
        try {
            var wish = form.by(caller.customer(), caller.id());
            model.addAttribute("graded", grading.foresee(caller.customer(), caller.id(), wish.dimension(),
                    wish.impact(), wish.urgency(), wish.publicity()));
        }
        catch (Refusal | UnknownThing notYet) {
            model.addAttribute("graded", null);
        }
    }

    private String show(Model model, Locale locale) {
        choices.addVocabulary(model, locale);
        model.addAttribute("matrix", grading.matrix().matrix());
        if (model.getAttribute("form") instanceof ComplaintForm form) {
            var who = Ids.customer(form.customer());
            model.addAttribute("staff", who == null ? Map.of() : choices.staff(who));
            addHints(form, model);
        }
        return "complaint/new";
    }

    /** The caller chosen, or the only one the typed text can mean. */
    private @Nullable ContactCard caller(ComplaintForm sent, BindingResult errors, Model model) {
        var chosen = Ids.contact(sent.contact());
        if (chosen != null) {
            return contacts.require(chosen);
        }
        if (sent.contactText() == null || sent.contactText().isBlank()) {
            errors.rejectValue("contactText", "NotBlank");
            return null;
        }
        List<ContactCard> candidates = contacts.suggest(Ids.customer(sent.customer()), sent.contactText(), SUGGESTIONS);
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        errors.rejectValue("contactText", candidates.isEmpty() ? "complaint.caller.none" : "complaint.caller.several");
        model.addAttribute("candidates", candidates);
        return null;
    }

}
