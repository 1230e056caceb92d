package io.cesm.domain.topissue;

import java.time.Instant;

import io.cesm.domain.customer.CustomerId;

/** A TOP issue came from one state into another. */
public record TopIssueMoved(TopIssueId issue, CustomerId customer, TopIssueState from, TopIssueState to, Instant at) {
}
