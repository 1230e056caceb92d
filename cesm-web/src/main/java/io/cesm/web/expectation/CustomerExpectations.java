package io.cesm.web.expectation;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.cesm.domain.customer.CustomerCard;
import io.cesm.domain.customer.CustomerId;
import io.cesm.expectation.ExpectationRegister;
import io.cesm.expectation.ExpectationState;
import io.cesm.expectation.RegisterFilter;
import io.cesm.expectation.RegisterOrder;
import io.cesm.web.customer.CustomerPanel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The expectations of a customer on the customer's page, and what waits there. */
@Component
class CustomerExpectations implements CustomerPanel {

    private static final int PAGE = 25;

    private static final int COUNTED = 1_000;

    private final ExpectationRegister register;

    CustomerExpectations(ExpectationRegister register) {
        this.register = register;
    }

    @Override
    public String key() {
        return "expectations";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String fragment() {
        return "expectation/panel :: panel";
    }

    @Override
    public Map<String, Object> content(CustomerCard customer, @Nullable String cursor) {
        var filter = RegisterFilter.ALL.of(customer.id());
        return Map.of("expectations", register.slice(filter, RegisterOrder.NEWEST, PAGE, cursor));
    }

    @Override
    public List<Waiting> waiting(CustomerId customer) {
        var here = "/expectations?customer=" + customer;
        var all = RegisterFilter.ALL.of(customer);
        return List.of(
                new Waiting(here + "&overdue=true", "expectation.now.overdue", register.tally(all.late(), COUNTED),
                        true),
                new Waiting(here + "&state=DELIVERED", "expectation.now.waiting",
                        register.tally(all.in(Set.of(ExpectationState.DELIVERED)), COUNTED), false),
                new Waiting(here, "expectation.now.open", register.tally(all.open(), COUNTED), false));
    }

}
