package io.cesm.web.complaint;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.cesm.domain.complaint.ComplaintFilter;
import io.cesm.domain.complaint.ComplaintOrder;
import io.cesm.domain.complaint.ComplaintRegister;
import io.cesm.domain.complaint.ComplaintState;
import io.cesm.domain.customer.CustomerCard;
import io.cesm.domain.customer.CustomerId;
import io.cesm.web.customer.CustomerPanel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The complaints of a customer on the customer's page, and what waits there. */
@Component
class CustomerComplaints implements CustomerPanel {

    private static final int PAGE = 25;

    private static final int COUNTED = 1_000;

    private final ComplaintRegister register;

    private final Clock clock;

    CustomerComplaints(ComplaintRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "complaints";
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String fragment() {
        return "complaint/panel :: panel";
    }

    @Override
    public Map<String, Object> content(CustomerCard customer, @Nullable String cursor) {
        return Map.of("complaints",
                register.slice(ComplaintFilter.ALL.of(customer.id()), ComplaintOrder.NEWEST, PAGE, cursor), "now",
                clock.instant());
    }

    @Override
    public List<Waiting> waiting(CustomerId customer) {
        var here = "/complaints?customer=" + customer;
        var all = ComplaintFilter.ALL.of(customer);
        return List.of(
                new Waiting(here + "&overdue=true", "complaint.now.overdue",
                        register.tally(all.open().dueBefore(clock.instant()), COUNTED), true),
                new Waiting(here + "&state=RESOLVED", "complaint.now.waiting",
                        register.tally(all.in(Set.of(ComplaintState.RESOLVED)), COUNTED), false),
                new Waiting(here, "complaint.now.open", register.tally(all.open(), COUNTED), false));
    }

}
