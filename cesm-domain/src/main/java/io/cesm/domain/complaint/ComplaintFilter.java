package io.cesm.domain.complaint;

import java.time.Instant;
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
 * @param text words or a number
 */
public record ComplaintFilter(@Nullable CustomerId customer, @Nullable ContactId contact, @Nullable Integer tier,
        @Nullable UnitId unit, @Nullable ComplaintKind kind, Set<Integer> grades, Set<ComplaintState> states,
        boolean openOnly, @Nullable String dimension, @Nullable StaffId owner, boolean unowned,
        @Nullable StaffId watchedBy, @Nullable Instant dueBefore, @Nullable Integer level, @Nullable String text) {

    public static final ComplaintFilter ALL = new ComplaintFilter(null, null, null, null, null, Set.of(), Set.of(),
            false, null, null, false, null, null, null, null);

    public ComplaintFilter of(CustomerId one) {
        return new ComplaintFilter(one, contact, tier, unit, kind, grades, states, openOnly, dimension, owner, unowned,
                watchedBy, dueBefore, level, text);
    }

    public ComplaintFilter in(Set<ComplaintState> some) {
        return new ComplaintFilter(customer, contact, tier, unit, kind, grades, some, openOnly, dimension, owner,
                unowned, watchedBy, dueBefore, level, text);
    }

    public ComplaintFilter open() {
        return new ComplaintFilter(customer, contact, tier, unit, kind, grades, states, true, dimension, owner, unowned,
                watchedBy, dueBefore, level, text);
    }

    public ComplaintFilter ownedBy(StaffId somebody) {
        return new ComplaintFilter(customer, contact, tier, unit, kind, grades, states, openOnly, dimension, somebody,
                unowned, watchedBy, dueBefore, level, text);
    }

    public ComplaintFilter nobodys() {
        return new ComplaintFilter(customer, contact, tier, unit, kind, grades, states, openOnly, dimension, null, true,
                watchedBy, dueBefore, level, text);
    }

    public ComplaintFilter dueBefore(Instant moment) {
        return new ComplaintFilter(customer, contact, tier, unit, kind, grades, states, openOnly, dimension, owner,
                unowned, watchedBy, moment, level, text);
    }

    public ComplaintFilter saying(@Nullable String words) {
        return new ComplaintFilter(customer, contact, tier, unit, kind, grades, states, openOnly, dimension, owner,
                unowned, watchedBy, dueBefore, level, words);
    }

}
