package io.cesm.web.expectation;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.Actor;
import io.cesm.expectation.ExpectationState;
import io.cesm.expectation.RegisterFilter;
import io.cesm.expectation.RegisterOrder;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the register as they stand in its address. Component names are the
 * parameters.
 */
record RegisterQuery(@Nullable String customer, @Nullable String contact, @Nullable Integer tier, @Nullable String unit,
        @Nullable Flow flow, @Nullable String dimension, @Nullable List<ExpectationState> state, @Nullable String view,
        @Nullable String owner, @Nullable Integer age, @Nullable Integer ageTo, @Nullable Boolean overdue,
        @Nullable LocalDate dueFrom, @Nullable LocalDate dueTo, @Nullable String q, @Nullable RegisterOrder sort,
        @Nullable String cursor) {

    static final String MINE = "me";

    static final String NOBODY = "none";

    RegisterFilter filter(Actor actor) {
        var states = state == null ? Set.<ExpectationState>of()
                : state.stream().filter(Objects::nonNull).collect(Collectors.toCollection(LinkedHashSet::new));
        var who = MINE.equals(owner) ? actor.staff() : NOBODY.equals(owner) ? null : Ids.staff(owner);
        return new RegisterFilter(Ids.customer(customer), Ids.contact(contact), tier, Ids.unit(unit), flow,
                dimension == null || dimension.isBlank() ? null : dimension, states, !"all".equals(view), who,
                NOBODY.equals(owner), age, ageTo, Boolean.TRUE.equals(overdue), dueFrom, dueTo, q);
    }

    /** The order asked for; what is overdue comes longest overdue first. */
    public RegisterOrder order() {
        return sort != null ? sort : Boolean.TRUE.equals(overdue) ? RegisterOrder.DUE : RegisterOrder.NEWEST;
    }

    /** Whether anything is filtered, apart from the view and the order. */
    public boolean isAny() {
        return given(customer) || given(contact) || tier != null || given(unit) || flow != null || given(dimension)
                || (state != null && !state.isEmpty()) || given(owner) || age != null || ageTo != null
                || Boolean.TRUE.equals(overdue) || dueFrom != null || dueTo != null || given(q);
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }

}
