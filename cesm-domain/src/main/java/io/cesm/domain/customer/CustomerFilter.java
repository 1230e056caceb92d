package io.cesm.domain.customer;

import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What narrows the register of customers.
 *
 * @param q words of names, number or industry
 * @param unit that unit and those below it
 * @param staff somebody in the account team today
 * @param visitDue only those whose next visit is due
 */
public record CustomerFilter(@Nullable String q, @Nullable Integer tier, @Nullable UnitId unit,
        @Nullable CustomerStatus status, @Nullable CustomerKind kind, @Nullable StaffId staff, boolean visitDue) {

    public static CustomerFilter none() {
        return new CustomerFilter(null, null, null, null, null, null, false);
    }

}
