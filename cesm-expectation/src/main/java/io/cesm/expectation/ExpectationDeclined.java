package io.cesm.expectation;

import java.time.Instant;

import io.cesm.domain.customer.CustomerId;

/** We said no and told the customer. */
public record ExpectationDeclined(ExpectationId expectation, CustomerId customer, Instant at) {
}
