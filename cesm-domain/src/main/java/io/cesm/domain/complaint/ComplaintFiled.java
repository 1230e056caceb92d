package io.cesm.domain.complaint;

import java.time.Instant;

import io.cesm.domain.customer.CustomerId;

/** A customer came with something. Nothing has been judged yet. */
public record ComplaintFiled(ComplaintId complaint, CustomerId customer, Instant at) {
}
