package io.cesm.web.measure;

import java.util.List;
import java.util.Map;

import io.cesm.domain.customer.CustomerCard;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.satisfaction.measure.scorecard.ScorecardBook;
import io.cesm.satisfaction.measure.scorecard.ScorecardFilter;
import io.cesm.web.customer.CustomerPanel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a customer rates us, on its page. */
@Component
class ScorecardPanel implements CustomerPanel {

    private static final int SIZE = 20;

    private final ScorecardBook book;

    private final CurrentActor current;

    ScorecardPanel(ScorecardBook book, CurrentActor current) {
        this.book = book;
        this.current = current;
    }

    @Override
    public String key() {
        return "scorecards";
    }

    @Override
    public int order() {
        return 34;
    }

    @Override
    public String fragment() {
        return "measure/scorecard-panel :: panel";
    }

    @Override
    public Map<String, Object> content(CustomerCard customer, @Nullable String cursor) {
        return Map.of("scorecards", book.slice(ScorecardFilter.of(customer.id()), SIZE, cursor), "mayRate",
                current.actor().may(Right.CUSTOMER_EDIT));
    }

    @Override
    public List<Waiting> waiting(CustomerId customer) {
        return List.of(new Waiting("/scorecards?customer=" + customer + "&show=LATE", "scorecard.now.late",
                book.late(customer, SIZE), true));
    }

}
