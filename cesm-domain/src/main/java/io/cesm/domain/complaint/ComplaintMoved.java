package io.cesm.domain.complaint;

import java.time.Instant;

import io.cesm.domain.customer.CustomerId;

/** A complaint has gone from one state to another. */
public record ComplaintMoved(ComplaintId complaint, CustomerId customer, ComplaintState from, ComplaintState to,
        Instant at) {
}
