package io.cesm.web.measure;

import java.util.List;
import java.util.Map;

import io.cesm.domain.customer.CustomerCard;
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
    public List<Now> now(CustomerCard customer) {
        var late = book
            .periods(new ScorecardFilter(null, customer.id(), ScorecardFilter.Show.LATE, false), null, SIZE, null)
            .items()
            .size();
        return late == 0 ? List.of() : List
            .of(new Now("/scorecards?customer=" + customer.id() + "&show=LATE", "scorecard.now.late", late, true));
    }

}
