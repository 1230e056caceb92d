package io.cesm.web.level;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.level.Level;
import io.cesm.domain.level.ReadingFilter;
import io.cesm.web.layout.IdText;
import org.jspecify.annotations.Nullable;

/** The filters of the list of readings; the parameters of its address. */
record ReadingQuery(@Nullable String customer, @Nullable String dimension, @Nullable Level level,
        @Nullable String period, @Nullable Boolean below) {

    ReadingFilter filter(Today today) {
        var query = new LevelQuery(period, dimension, below);
        return new ReadingFilter(whose(), query.withAllBelow(), query.chosen(), level, query.in(today));
    }

    @Nullable CustomerId whose() {
        return IdText.read(customer, CustomerId::of);
    }

}
