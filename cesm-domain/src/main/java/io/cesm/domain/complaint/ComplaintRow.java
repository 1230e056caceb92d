package io.cesm.domain.complaint;

import java.time.Instant;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/** A line of the queue. */
public record ComplaintRow(ComplaintId id, String number, ComplaintKind kind, String subject, CustomerId customer,
        String customerName, @Nullable String customerNameEn, @Nullable Integer tier, UUID contact, String contactName,
        ComplaintState state, int grade, @Nullable Integer wishedGrade, @Nullable String dimensionName,
        @Nullable String dimensionNameEn, @Nullable StaffId owner, @Nullable String ownerName, int handOffs,
        @Nullable Instant dueAt, @Nullable Instant warnAt, Instant receivedAt, int level, long version) {

    public boolean isOverdue(Instant now) {
        return dueAt != null && dueAt.isBefore(now);
    }

    public boolean isNear(Instant now) {
        return warnAt != null && !warnAt.isAfter(now) && !isOverdue(now);
    }

}
