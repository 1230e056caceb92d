package io.cesm.domain.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Which complaints somebody wants to see. Nothing named means all of them.
 *
 * @param openOnly leaves out what has ended, unless states are named
 * @param unowned only those nobody takes care of
 * @param watchedBy only those somebody watches
 * @param dueBefore only those something of is due before that moment
 * @param level only those escalated to that level or higher
 * @param late only those that did not keep this clock, or are late with it now
 * @param heldBy only those somebody has or had
 * @param offeredTo only those that wait for somebody, or for whom they stand in for, to
 * take them over
 * @param text words or a number
 */
public record ComplaintFilter(@Nullable CustomerId customer, @Nullable ContactId contact, @Nullable Integer tier,
        @Nullable UnitId unit, @Nullable ComplaintKind kind, Set<Integer> grades, Set<ComplaintState> states,
        boolean openOnly, @Nullable String dimension, @Nullable StaffId owner, boolean unowned,
        @Nullable StaffId watchedBy, @Nullable Instant dueBefore, @Nullable Integer level, @Nullable ClockKind late,
        @Nullable LocalDate receivedFrom, @Nullable LocalDate receivedTo, @Nullable StaffId heldBy,
        @Nullable StaffId offeredTo, @Nullable String text) {

    public static final ComplaintFilter ALL = new ComplaintFilter(null, null, null, null, null, Set.of(), Set.of(),
            false, null, null, false, null, null, null, null, null, null, null, null, null);

    public ComplaintFilter of(CustomerId one) {
        return new ComplaintFilter(one, contact, tier, unit, kind, grades, states, openOnly, dimension, owner, unowned,
                watchedBy, dueBefore, level, late, receivedFrom, receivedTo, heldBy, offeredTo, text);
    }

    public ComplaintFilter in(Set<ComplaintState> some) {
        return new ComplaintFilter(customer, contact, tier, unit, kind, grades, some, openOnly, dimension, owner,
                unowned, watchedBy, dueBefore, level, late, receivedFrom, receivedTo, heldBy, offeredTo, text);
    }

    public ComplaintFilter open() {
        return new ComplaintFilter(customer, contact, tier, unit, kind, grades, states, true, dimension, owner, unowned,
                watchedBy, dueBefore, level, late, receivedFrom, receivedTo, heldBy, offeredTo, text);
    }

    public ComplaintFilter ownedBy(StaffId somebody) {
        return new ComplaintFilter(customer, contact, tier, unit, kind, grades, states, openOnly, dimension, somebody,
                unowned, watchedBy, dueBefore, level, late, receivedFrom, receivedTo, heldBy, offeredTo, text);
    }

    public ComplaintFilter nobodys() {
        return new ComplaintFilter(customer, contact, tier, unit, kind, grades, states, openOnly, dimension, null, true,
                watchedBy, dueBefore, level, late, receivedFrom, receivedTo, heldBy, offeredTo, text);
    }

    public ComplaintFilter offeredTo(StaffId somebody) {
        return new ComplaintFilter(customer, contact, tier, unit, kind, grades, states, openOnly, dimension, owner,
                unowned, watchedBy, dueBefore, level, late, receivedFrom, receivedTo, heldBy, somebody, text);
    }

    public ComplaintFilter dueBefore(Instant moment) {
        return new ComplaintFilter(customer, contact, tier, unit, kind, grades, states, openOnly, dimension, owner,
                unowned, watchedBy, moment, level, late, receivedFrom, receivedTo, heldBy, offeredTo, text);
    }

    public ComplaintFilter saying(@Nullable String words) {
        return new ComplaintFilter(customer, contact, tier, unit, kind, grades, states, openOnly, dimension, owner,
                unowned, watchedBy, dueBefore, level, late, receivedFrom, receivedTo, heldBy, offeredTo, words);
    }

}
