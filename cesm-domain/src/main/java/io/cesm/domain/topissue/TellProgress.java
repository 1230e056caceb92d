package io.cesm.domain.topissue;

import java.util.Set;

import io.cesm.domain.customer.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * The wish to tell customers how far an issue is.
 *
 * @param channel how they were told in person; null to send a mail with a page of their
 * own
 */
public record TellProgress(@Nullable String subject, @Nullable String words, Set<ContactId> contacts,
        @Nullable IssueChannel channel) {
}
