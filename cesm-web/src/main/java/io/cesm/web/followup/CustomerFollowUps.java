package io.cesm.web.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.cesm.domain.customer.CustomerCard;
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
    public List<Now> now(CustomerCard customer) {
        var here = "/follow-ups?customer=" + customer.id();
        var all = FollowUpFilter.ALL.of(customer.id());
        List<Now> lines = new ArrayList<>();
        add(lines, here + "&overdue=true", "followup.now.overdue", book.count(all.late(), COUNTED), true);
        add(lines, here, "followup.now.open", book.count(all.open(), COUNTED), false);
        return lines;
    }

    private static void add(List<Now> lines, String href, String text, int count, boolean late) {
        if (count > 0) {
            lines.add(new Now(href, text, count, late));
        }
    }

}
