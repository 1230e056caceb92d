package io.cesm.web.expectation;

import io.cesm.domain.customer.ContactBook;
import io.cesm.domain.customer.CustomerBook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Suggests customers and people to the fields of capture and filter. */
@Controller
class SuggestController {

    private static final int SUGGESTIONS = 8;

    private final CustomerBook customers;

    private final ContactBook contacts;

    SuggestController(CustomerBook customers, ContactBook contacts) {
        this.customers = customers;
        this.contacts = contacts;
    }

    @GetMapping("/expectations/customers")
    String customers(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("customers", customers.suggest(q, SUGGESTIONS));
        return "expectation/suggest :: customers";
    }

    @GetMapping("/expectations/contacts")
    String contacts(@RequestParam(defaultValue = "") String q, @RequestParam @Nullable String customer, Model model) {
        model.addAttribute("contacts", contacts.suggest(Ids.customer(customer), q, SUGGESTIONS));
        return "expectation/suggest :: contacts";
    }

}
