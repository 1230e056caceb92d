package io.cesm.web.customer;

import java.util.List;

import io.cesm.domain.customer.CustomerKind;
import io.cesm.domain.customer.CustomerRegister;
import io.cesm.domain.customer.CustomerStatus;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.StaffId;
import io.cesm.web.layout.UnitTree;
import io.cesm.web.search.WhileTyping;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of customers and the type-ahead that other pages use to pick one. */
@Controller("customerRegisterController")
@PreAuthorize("hasAuthority('VIEW')")
class RegisterController {

    private static final int PAGE = 25;

    private final CustomerRegister register;

    private final WhileTyping typing;

    private final UnitTree units;

    private final StaffBook staff;

    private final CurrentActor current;

    RegisterController(CustomerRegister register, WhileTyping typing, UnitTree units, StaffBook staff,
            CurrentActor current) {
        this.register = register;
        this.typing = typing;
        this.units = units;
        this.staff = staff;
        this.current = current;
    }

    @GetMapping("/customers")
    public String list(@ModelAttribute("query") CustomerQuery query, @RequestParam @Nullable String cursor,
            Model model) {
        model.addAttribute("rows", register.rows(query.filter(), PAGE, cursor));
        model.addAttribute("units", units.all());
        model.addAttribute("states", List.of(CustomerStatus.CUSTOMER, CustomerStatus.PROSPECT, CustomerStatus.LOST));
        model.addAttribute("kinds", CustomerKind.values());
        model.addAttribute("mayEdit", current.actor().may(Right.CUSTOMER_EDIT));
        if (query.staff() != null) {
            var id = new StaffId(query.staff());
            model.addAttribute("staffName", staff.names(List.of(id)).getOrDefault(id, ""));
        }
        return "customer/list";
    }

    @GetMapping("/customers/suggest")
    public String suggest(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("customers", typing.customers(q, 8));
        return "customer/suggest :: customers";
    }

    @GetMapping("/customers/staff/suggest")
    public String suggestStaff(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("people", staff.suggest(q, 8));
        return "customer/suggest :: staff";
    }

}
