package io.cesm.satisfaction.fielding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.DecisionRole;

/**
 * Somebody in a frame and what became of them.
 *
 * @param until how long the guard holds them
 * @param invitation null while there is none
 * @param state what became of the invitation; null where it must not be known who
 * answered
 */
public record PersonRow(UUID id, ContactId contact, String name, @Nullable String title, @Nullable DecisionRole role,
        CustomerId customer, String customerName, @Nullable String customerNameEn, @Nullable Integer tier,
        FrameSource source, FrameOutcome outcome, @Nullable LocalDate until, @Nullable String event,
        @Nullable String eventKey, @Nullable UUID invitation, @Nullable InvitationState state, @Nullable Instant sentAt,
        int reminders, Set<FrameFlag> flags, Instant addedAt) {
}
