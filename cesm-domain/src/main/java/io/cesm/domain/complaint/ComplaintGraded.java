package io.cesm.domain.complaint;

import java.time.Instant;

import io.cesm.domain.customer.CustomerId;

/** A complaint was given another grade than it had. */
public record ComplaintGraded(ComplaintId complaint, CustomerId customer, int from, int to, Instant at) {
}
