package io.cesm.web.visit;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.cesm.domain.customer.CustomerCard;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.perception.visit.VisitBook;
import io.cesm.web.customer.CustomerPanel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The visits to a customer on the customer's page, with the next one due. */
@Component
class CustomerVisits implements CustomerPanel {

    private static final int SHOWN = 50;

    private final VisitBook book;

    private final Clock clock;

    CustomerVisits(VisitBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "visits";
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public String fragment() {
        return "visit/panel :: panel";
    }

    @Override
    public Map<String, Object> content(CustomerCard customer, @Nullable String cursor) {
        var rhythm = book.rhythm(customer.id());
        return Map.of("rhythm", rhythm, "visits", book.of(customer.id(), SHOWN), "late",
                rhythm.isOverdue(CompanyTime.today(clock)));
    }

    @Override
    public List<Waiting> waiting(CustomerId customer) {
        return List
            .of(new Waiting("/customers/" + customer + "?tab=visits", "visit.now.due", book.tally(customer), true));
    }

}
