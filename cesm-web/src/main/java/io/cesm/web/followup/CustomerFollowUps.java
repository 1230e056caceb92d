package io.cesm.web.followup;

import java.util.List;
import java.util.Map;

import io.cesm.domain.customer.CustomerCard;
import io.cesm.domain.customer.CustomerId;
import io.cesm.satisfaction.followup.FollowUpBook;
import io.cesm.satisfaction.followup.FollowUpFilter;
import io.cesm.satisfaction.followup.FollowUpOrder;
import io.cesm.web.customer.CustomerPanel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The follow-ups of a customer on the customer's page, and what waits there. */
@Component
class CustomerFollowUps implements CustomerPanel {

    private static final int PAGE = 25;

    private static final int COUNTED = 100;

    private final FollowUpBook book;

    CustomerFollowUps(FollowUpBook book) {
        this.book = book;
    }

    @Override
    public String key() {
        return "follow-ups";
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String fragment() {
        return "followup/panel :: panel";
    }

    @Override
    public Map<String, Object> content(CustomerCard customer, @Nullable String cursor) {
        return Map.of("followUps",
                book.slice(FollowUpFilter.ALL.of(customer.id()), FollowUpOrder.NEWEST, PAGE, cursor));
    }

    @Override
    public List<Waiting> waiting(CustomerId customer) {
        var here = "/follow-ups?customer=" + customer;
        var all = FollowUpFilter.ALL.of(customer);
        return List.of(
                new Waiting(here + "&overdue=true", "followup.now.overdue", book.tally(all.late(), COUNTED), true),
                new Waiting(here, "followup.now.open", book.tally(all.open(), COUNTED), false));
    }

}
