package io.cesm.expectation;

import java.time.LocalDate;
import java.util.Set;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Which expectations somebody wants to see. Nothing named means all of them.
 *
 * @param unit a unit and those below it
 * @param openOnly leaves out what is closed, unless states are named
 * @param unowned only those nobody takes care of
 * @param olderThanDays noted at least so many days ago
 * @param youngerThanDays noted at most so many days ago
 * @param text words or a number, found in what was said and understood
 */
public record RegisterFilter(@Nullable CustomerId customer, @Nullable ContactId contact, @Nullable Integer tier,
        @Nullable UnitId unit, @Nullable Flow flow, @Nullable String dimension, Set<ExpectationState> states,
        boolean openOnly, @Nullable StaffId owner, boolean unowned, @Nullable Integer olderThanDays,
        @Nullable Integer youngerThanDays, boolean overdue, @Nullable LocalDate dueFrom, @Nullable LocalDate dueTo,
        @Nullable String text) {

    /** Everything. */
    public static final RegisterFilter ALL = new RegisterFilter(null, null, null, null, null, null, Set.of(), false,
            null, false, null, null, false, null, null, null);

    public RegisterFilter of(CustomerId one) {
        return new RegisterFilter(one, contact, tier, unit, flow, dimension, states, openOnly, owner, unowned,
                olderThanDays, youngerThanDays, overdue, dueFrom, dueTo, text);
    }

    public RegisterFilter in(Set<ExpectationState> some) {
        return new RegisterFilter(customer, contact, tier, unit, flow, dimension, some, openOnly, owner, unowned,
                olderThanDays, youngerThanDays, overdue, dueFrom, dueTo, text);
    }

    public RegisterFilter open() {
        return new RegisterFilter(customer, contact, tier, unit, flow, dimension, states, true, owner, unowned,
                olderThanDays, youngerThanDays, overdue, dueFrom, dueTo, text);
    }

    public RegisterFilter late() {
        return new RegisterFilter(customer, contact, tier, unit, flow, dimension, states, true, owner, unowned,
                olderThanDays, youngerThanDays, true, dueFrom, dueTo, text);
    }

    public RegisterFilter ownedBy(StaffId somebody) {
        return new RegisterFilter(customer, contact, tier, unit, flow, dimension, states, openOnly, somebody, unowned,
                olderThanDays, youngerThanDays, overdue, dueFrom, dueTo, text);
    }

    public RegisterFilter dueBetween(LocalDate from, LocalDate to) {
        return new RegisterFilter(customer, contact, tier, unit, flow, dimension, states, openOnly, owner, unowned,
                olderThanDays, youngerThanDays, overdue, from, to, text);
    }

    public RegisterFilter saying(@Nullable String words) {
        return new RegisterFilter(customer, contact, tier, unit, flow, dimension, states, openOnly, owner, unowned,
                olderThanDays, youngerThanDays, overdue, dueFrom, dueTo, words);
    }

}
