package io.cesm.domain.topissue;

import java.time.Instant;

import io.cesm.domain.customer.CustomerId;

/** An issue was put among the few that matter most. */
public record TopIssueNominated(TopIssueId issue, CustomerId customer, Instant at) {
}
