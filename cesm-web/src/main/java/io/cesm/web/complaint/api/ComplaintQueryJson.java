package io.cesm.web.complaint.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.complaint.ClockKind;
import io.cesm.domain.complaint.ComplaintFilter;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.ComplaintOrder;
import io.cesm.domain.complaint.ComplaintState;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import org.jspecify.annotations.Nullable;

/** The filters of the queue for programs. */
record ComplaintQueryJson(@Nullable UUID customer, @Nullable UUID contact, @Nullable Integer tier, @Nullable UUID unit,
        @Nullable ComplaintKind kind, @Nullable List<Integer> grade, @Nullable List<ComplaintState> state,
        @Nullable Boolean open, @Nullable String dimension, @Nullable UUID owner, @Nullable Boolean unowned,
        @Nullable Instant dueBefore, @Nullable Integer level, @Nullable ClockKind late,
        @Nullable LocalDate receivedFrom, @Nullable LocalDate receivedTo, @Nullable UUID heldBy, @Nullable String q,
        @Nullable ComplaintOrder sort) {

    ComplaintFilter filter() {
        return new ComplaintFilter(customer == null ? null : new CustomerId(customer),
                contact == null ? null : new ContactId(contact), tier, unit == null ? null : new UnitId(unit), kind,
                set(grade), set(state), Boolean.TRUE.equals(open), dimension, owner == null ? null : new StaffId(owner),
                Boolean.TRUE.equals(unowned), null, dueBefore, level, late, receivedFrom, receivedTo,
                heldBy == null ? null : new StaffId(heldBy), null, q);
    }

    ComplaintOrder order() {
        return sort == null ? ComplaintOrder.NEWEST : sort;
    }

    private static <T> Set<T> set(@Nullable List<T> given) {
        var set = new LinkedHashSet<T>();
        if (given != null) {
            given.stream().filter(Objects::nonNull).forEach(set::add);
        }
        return set;
    }

}
