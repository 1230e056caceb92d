package io.cesm.expectation;

import java.time.Instant;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;

/** A customer's words have been noted. Nothing has been agreed yet. */
public record ExpectationCaptured(ExpectationId expectation, CustomerId customer, ContactId contact, Instant at) {
}
