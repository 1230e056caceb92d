package io.cesm.expectation;

import java.time.Instant;

import io.cesm.domain.customer.CustomerId;

/** The customer no longer wants it. */
public record ExpectationWithdrawn(ExpectationId expectation, CustomerId customer, Instant at) {
}
