package io.cesm.web.complaint;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.cesm.domain.complaint.ComplaintFilter;
import io.cesm.domain.complaint.ComplaintOrder;
import io.cesm.domain.complaint.ComplaintRegister;
import io.cesm.domain.complaint.ComplaintState;
import io.cesm.domain.customer.CustomerCard;
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
    public List<Now> now(CustomerCard customer) {
        var here = "/complaints?customer=" + customer.id();
        var all = ComplaintFilter.ALL.of(customer.id());
        List<Now> lines = new ArrayList<>();
        add(lines, here + "&overdue=true", "complaint.now.overdue",
                register.count(all.open().dueBefore(clock.instant()), COUNTED), true);
        add(lines, here + "&state=RESOLVED", "complaint.now.waiting",
                register.count(all.in(Set.of(ComplaintState.RESOLVED)), COUNTED), false);
        add(lines, here, "complaint.now.open", register.count(all.open(), COUNTED), false);
        return lines;
    }

    private static void add(List<Now> lines, String href, String text, int count, boolean late) {
        if (count > 0) {
            lines.add(new Now(href, text, count, late));
        }
    }

}
