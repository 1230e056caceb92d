package io.cesm.web.expectation.api;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.dimension.Flow;
import io.cesm.expectation.ExpectationState;
import io.cesm.expectation.RegisterFilter;
import io.cesm.expectation.RegisterOrder;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the list.
 *
 * @param open leaves out what is closed
 * @param age noted at least so many days ago
 * @param ageTo noted at most so many days ago
 * @param q words or a number
 */
record ExpectationQuery(@Nullable UUID customer, @Nullable UUID contact, @Nullable Integer tier, @Nullable UUID unit,
        @Nullable Flow flow, @Nullable String dimension, @Nullable Set<ExpectationState> state, @Nullable Boolean open,
        @Nullable UUID owner, @Nullable Boolean unowned, @Nullable Integer age, @Nullable Integer ageTo,
        @Nullable Boolean overdue, @Nullable LocalDate dueFrom, @Nullable LocalDate dueTo, @Nullable String q,
        @Nullable RegisterOrder sort) {

    RegisterFilter filter() {
        return new RegisterFilter(Ask.customer(customer), Ask.contact(contact), tier, Ask.unit(unit), flow, dimension,
                state == null ? Set.of() : new LinkedHashSet<>(state), Boolean.TRUE.equals(open), Ask.staff(owner),
                Boolean.TRUE.equals(unowned), age, ageTo, Boolean.TRUE.equals(overdue), dueFrom, dueTo, q);
    }

    RegisterOrder order() {
        return sort == null ? RegisterOrder.NEWEST : sort;
    }

}
