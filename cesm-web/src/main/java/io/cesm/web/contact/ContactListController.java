package io.cesm.web.contact;

import io.cesm.domain.customer.ContactKind;
import io.cesm.domain.customer.ContactRegister;
import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.DecisionRole;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.web.search.WhileTyping;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.UUID;

/** The register of people, and the type-ahead other pages use to pick one. */
@Controller
@PreAuthorize("hasAuthority('VIEW')")
class ContactListController {

    private static final int PAGE = 25;

    private final ContactRegister register;

    private final WhileTyping typing;

    private final CustomerBook customers;

    private final CurrentActor current;

    ContactListController(ContactRegister register, WhileTyping typing, CustomerBook customers, CurrentActor current) {
        this.register = register;
        this.typing = typing;
        this.customers = customers;
        this.current = current;
    }

    @GetMapping("/contacts")
    public String list(@ModelAttribute("query") ContactQuery query, @RequestParam @Nullable String cursor,
            Model model) {
        model.addAttribute("rows", register.rows(query.filter(), PAGE, cursor));
        model.addAttribute("kinds", ContactKind.values());
        model.addAttribute("roles", DecisionRole.values());
        model.addAttribute("mayEdit", current.actor().may(Right.CUSTOMER_EDIT));
        if (query.customer() != null) {
            model.addAttribute("customer", customers.require(new CustomerId(query.customer())));
        }
        return "contact/list";
    }

    @GetMapping("/contacts/suggest")
    public String suggest(@RequestParam(defaultValue = "") String q, @RequestParam @Nullable UUID customer,
            Model model) {
        model.addAttribute("people", typing.contacts(customer == null ? null : new CustomerId(customer), q, 8));
        return "customer/suggest :: contacts";
    }

}
