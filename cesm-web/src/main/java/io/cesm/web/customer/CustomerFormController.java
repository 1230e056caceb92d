package io.cesm.web.customer;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerFile;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.CustomerKind;
import io.cesm.domain.customer.CustomerStatus;
import io.cesm.domain.customer.DuplicateBook;
import io.cesm.domain.customer.RegisteringCustomers;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.UnitBook;
import io.cesm.domain.time.CompanyTime;
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

/** Registers a customer and revises what is known of it. */
@Controller
@PreAuthorize("hasAuthority('CUSTOMER_EDIT')")
class CustomerFormController {

    private final RegisteringCustomers registering;

    private final CustomerFile file;

    private final CustomerBook book;

    private final DuplicateBook duplicates;

    private final UnitBook units;

    private final CurrentActor current;

    private final Clock clock;

    CustomerFormController(RegisteringCustomers registering, CustomerFile file, CustomerBook book,
            DuplicateBook duplicates, UnitBook units, CurrentActor current, Clock clock) {
        this.registering = registering;
        this.file = file;
        this.book = book;
        this.duplicates = duplicates;
        this.units = units;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/customers/new")
    public String ask(@RequestParam @Nullable UUID parent, Model model) {
        var own = current.actor().scope().units().stream().findFirst().map(it -> it.id()).orElse(null);
        model.addAttribute("form", CustomerForm.blank(own, parent == null ? null : file.head(new CustomerId(parent))));
        return page(null, model);
    }

    @PostMapping("/customers/new")
    public String register(@Valid @ModelAttribute("form") CustomerForm form, BindingResult errors, Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors() && !Boolean.TRUE.equals(form.anyway())) {
            var similar = duplicates.customersLike(form.name()).stream().filter(it -> it.percent() >= 55).toList();
            if (!similar.isEmpty()) {
                model.addAttribute("similar", similar);
                return page(null, model);
            }
        }
        var id = new AtomicReference<CustomerId>();
        var done = Tries.succeeds(errors, () -> id
            .set(registering.register(form.details(above(form)), form.tiering(CompanyTime.today(clock)), false)));
        if (!done) {
            return page(null, model);
        }
        flash.addFlashAttribute("notice", "customer.registered");
        return "redirect:/customers/" + id.get();
    }

    @GetMapping("/customers/{id}/edit")
    public String edit(@PathVariable CustomerId id, Model model) {
        var head = file.head(id);
        model.addAttribute("form", CustomerForm.of(head));
        return page(head, model);
    }

    @PostMapping("/customers/{id}/edit")
    public String revise(@PathVariable CustomerId id, @Valid @ModelAttribute("form") CustomerForm form,
            BindingResult errors, Model model, RedirectAttributes flash) {
        var head = file.head(id);
        var done = Tries.succeeds(errors, () -> registering.revise(id, form.details(above(form)),
                Boolean.TRUE.equals(form.keepOldName()), form.version() == null ? -1 : form.version()));
        if (!done) {
            return page(head, model);
        }
        flash.addFlashAttribute("notice", "customer.revised");
        return "redirect:/customers/{id}";
    }

    /**
     * The customer above: picked from the list, or typed so that only one can be meant.
     */
    private @Nullable CustomerId above(CustomerForm form) {
        if (form.parent() != null) {
            return new CustomerId(form.parent());
        }
        if (form.parentText() == null || form.parentText().isBlank()) {
            return null;
        }
        var found = book.suggest(form.parentText(), 2);
        if (found.size() != 1) {
            throw new FieldRefusal("parentText", found.isEmpty() ? "customer.unknown" : "customer.several",
                    form.parentText());
        }
        return found.getFirst().id();
    }

    private String page(CustomerFile.@Nullable Head head, Model model) {
        model.addAttribute("customer", head);
        model.addAttribute("units", units.tree());
        model.addAttribute("kinds", CustomerKind.values());
        model.addAttribute("states", List.of(CustomerStatus.CUSTOMER, CustomerStatus.PROSPECT, CustomerStatus.LOST));
        model.addAttribute("tiers", List.of(1, 2, 3, 4));
        return "customer/form";
    }

}
