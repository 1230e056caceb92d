package io.cesm.web.complaint.api;

import java.time.Instant;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.complaint.ComplaintRow;
import io.cesm.domain.complaint.ComplaintState;
import org.jspecify.annotations.Nullable;

/** A line of the queue, as programs read it. */
record ComplaintRowJson(UUID id, String number, ComplaintKind kind, String subject, UUID customer, String customerName,
        @Nullable Integer tier, UUID contact, String contactName, ComplaintState state, int grade,
        @Nullable Integer wishedGrade, @Nullable UUID owner, @Nullable String ownerName, int handOffs,
        @Nullable Instant dueAt, @Nullable Instant warnAt, Instant receivedAt, int level, long version) {

    static ComplaintRowJson of(ComplaintRow it) {
        var owner = it.owner();
        return new ComplaintRowJson(it.id().id(), it.number(), it.kind(), it.subject(), it.customer().id(),
                it.customerName(), it.tier(), it.contact(), it.contactName(), it.state(), it.grade(), it.wishedGrade(),
                owner == null ? null : owner.id(), it.ownerName(), it.handOffs(), it.dueAt(), it.warnAt(),
                it.receivedAt(), it.level(), it.version());
    }

}
