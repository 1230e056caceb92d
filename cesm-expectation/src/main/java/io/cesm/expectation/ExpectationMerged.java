package io.cesm.expectation;

import java.time.Instant;

import io.cesm.domain.customer.CustomerId;

/** It lives on in another expectation of the same customer. */
public record ExpectationMerged(ExpectationId expectation, ExpectationId into, CustomerId customer, Instant at) {
}
