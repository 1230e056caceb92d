package io.cesm.web.measure;

import io.cesm.domain.customer.CustomerId;
import io.cesm.satisfaction.measure.scorecard.ScorecardFilter;
import io.cesm.web.layout.IdText;
import org.jspecify.annotations.Nullable;

/** The filters of the scorecard list, as they stand in its address. */
record ScorecardQuery(@Nullable String q, @Nullable String customer, ScorecardFilter.@Nullable Show show,
        @Nullable Boolean mine) {

    ScorecardFilter filter() {
        return new ScorecardFilter(q, IdText.read(customer, CustomerId::of), show, Boolean.TRUE.equals(mine));
    }

    public boolean any() {
        return (q != null && !q.isBlank()) || (customer != null && !customer.isBlank()) || show != null
                || Boolean.TRUE.equals(mine);
    }

}
