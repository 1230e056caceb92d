package io.cesm.domain.topissue;

import java.time.Instant;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * A link as staff see it, or one they told in person.
 *
 * @param mail what became of the last mail that carried it, if one did
 * @param answer what the customer wrote back
 */
public record IssueLink(UUID id, IssueLinkPurpose purpose, CustomerId customer, String customerName,
        @Nullable String customerNameEn, ContactId contact, String contactName, @Nullable String contactLanguage,
        @Nullable UUID report, @Nullable IssueChannel channel, IssueLinkState state, Instant madeAt, Instant expiresAt,
        @Nullable String mail, @Nullable Instant openedAt, @Nullable Instant usedAt, @Nullable String answer) {
}
