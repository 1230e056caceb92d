package io.cesm.domain.complaint;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One thing that went wrong for many customers.
 *
 * @param complaints how many complaints it gathers, within reach of the one who asks
 * @param open how many of these are not ended
 */
public record Incident(UUID id, String number, String title, String words, ComplaintDetails.@Nullable Person owner,
        boolean isOpen, Instant openedAt, @Nullable String openedBy, @Nullable Instant closedAt, int complaints,
        int open, long version) {
}
