package io.cesm.domain.complaint;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Somebody beside who complained that reads what is shared with them, as staff see them.
 *
 * @param company of a person outside; null for people of the customer
 * @param topic what the matter is called towards them
 */
public record Party(UUID id, @Nullable UUID contact, String name, @Nullable String company, String address,
        String topic, Instant createdAt, @Nullable String createdBy, Instant expiresAt, @Nullable Instant removedAt,
        @Nullable Instant lastOpenedAt) {

    public CaseLinkState state(Instant now) {
        return CaseLinkState.of(removedAt, expiresAt, now);
    }

    public boolean isIn() {
        return removedAt == null;
    }

    /** Their name, with the company they come from if it is not the customer. */
    public String who() {
        return company == null ? name : name + " (" + company + ")";
    }

}
