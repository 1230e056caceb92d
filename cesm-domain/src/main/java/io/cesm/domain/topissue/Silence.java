package io.cesm.domain.topissue;

import java.time.Instant;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * A customer of a TOP issue who was asked or told something and says nothing to it.
 *
 * @param since when they were asked or told first
 */
public record Silence(TopIssueId issue, CustomerId customer, @Nullable StaffId owner, IssueLinkPurpose about,
        Instant since) {
}
