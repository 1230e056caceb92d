package io.cesm.web.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import io.cesm.domain.customer.ContactFile;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.ContactKind;
import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.DecisionRole;
import io.cesm.domain.customer.DuplicateBook;
import io.cesm.domain.customer.RegisteringContacts;
import io.cesm.domain.customer.Similar;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.web.customer.Tries;
import jakarta.validation.Valid;
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

/** Notes a person at a customer and revises what is known of them. */
@Controller
@PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
class ContactFormController {

    private final RegisteringContacts registering;

    private final ContactFile file;

    private final CustomerBook customers;

    private final DuplicateBook duplicates;

    ContactFormController(RegisteringContacts registering, ContactFile file, CustomerBook customers,
            DuplicateBook duplicates) {
        this.registering = registering;
        this.file = file;
        this.customers = customers;
        this.duplicates = duplicates;
    }

    @GetMapping("/contacts/new")
    public String ask(@RequestParam @Nullable UUID customer, Model model) {
        var name = customer == null ? null : customers.require(new CustomerId(customer)).name();
        model.addAttribute("form", ContactForm.blank(customer, name));
        return page(null, model);
    }

    @PostMapping("/contacts/new")
    public String register(@Valid @ModelAttribute("form") ContactForm form, BindingResult errors, Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors() && !Boolean.TRUE.equals(form.anyway())) {
            var similar = similar(form, errors);
            if (!similar.isEmpty()) {
                model.addAttribute("similar", similar);
                return page(null, model);
            }
        }
        var id = new AtomicReference<ContactId>();
        var done = Tries.succeeds(errors,
                () -> id.set(registering.register(customer(form), form.details(), form.points())));
        if (!done) {
            return page(null, model);
        }
        flash.addFlashAttribute("notice", "contact.registered");
        return "redirect:/contacts/" + id.get();
    }

    private List<Similar> similar(ContactForm form, BindingResult errors) {
        List<Similar> similar = new ArrayList<>();
        Tries.succeeds(errors, () -> similar.addAll(duplicates.contactsLike(
                form.customer() == null ? null : new CustomerId(form.customer()), form.name(), form.points())));
        return similar;
    }

    @GetMapping("/contacts/{id}/edit")
    public String edit(@PathVariable ContactId id, Model model) {
        var head = file.head(id);
        model.addAttribute("form", ContactForm.of(head));
        return page(head, model);
    }

    @PostMapping("/contacts/{id}/edit")
    public String revise(@PathVariable ContactId id, @Valid @ModelAttribute("form") ContactForm form,
            BindingResult errors, Model model, RedirectAttributes flash) {
        var head = file.head(id);
        var done = Tries.succeeds(errors,
                () -> registering.revise(id, form.details(), Boolean.TRUE.equals(form.keepOldName()), form.seen()));
        if (!done) {
            return page(head, model);
        }
        flash.addFlashAttribute("notice", "contact.revised");
        return "redirect:/contacts/{id}";
    }

    /** The customer: picked from the list, or typed so that only one can be meant. */
    private CustomerId customer(ContactForm form) {
        if (form.customer() != null) {
            return new CustomerId(form.customer());
        }
        if (form.customerText() == null || form.customerText().isBlank()) {
            throw new FieldRefusal("customerText", "text.required");
        }
        var found = customers.suggest(form.customerText(), 2);
        if (found.size() != 1) {
            throw new FieldRefusal("customerText", found.isEmpty() ? "customer.unknown" : "customer.several",
                    form.customerText());
        }
        return found.getFirst().id();
    }

    private static String page(ContactFile.@Nullable Head head, Model model) {
        model.addAttribute("contact", head);
        model.addAttribute("kinds", ContactKind.values());
        model.addAttribute("roles", DecisionRole.values());
        return "contact/form";
    }

}
