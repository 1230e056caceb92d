package io.cesm.expectation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import io.cesm.domain.customer.CustomerId;

/** It is clear what the customer means and how it is measured. */
public record ExpectationClarified(ExpectationId expectation, CustomerId customer, BigDecimal expectedLevel,
        LocalDate wantedOn, Instant at) {
}
