package io.cesm.web.expectation;

import io.cesm.web.search.WhileTyping;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Suggests customers and people to the fields of capture and filter. */
@Controller
class SuggestController {

    private static final int SUGGESTIONS = 8;

    private final WhileTyping typing;

    SuggestController(WhileTyping typing) {
        this.typing = typing;
    }

    @GetMapping("/expectations/customers")
    String customers(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("customers", typing.customers(q, SUGGESTIONS));
        return "expectation/suggest :: customers";
    }

    @GetMapping("/expectations/contacts")
    String contacts(@RequestParam(defaultValue = "") String q, @RequestParam @Nullable String customer, Model model) {
        model.addAttribute("contacts", typing.contacts(Ids.customer(customer), q, SUGGESTIONS));
        model.addAttribute("narrow", Ids.customer(customer) != null);
        return "expectation/suggest :: contacts";
    }

}
