package io.cesm.expectation;

import java.math.BigDecimal;
import java.time.Instant;

import io.cesm.domain.customer.CustomerId;

/** The customer confirmed that it is done. */
public record ExpectationConfirmed(ExpectationId expectation, CustomerId customer, BigDecimal perceivedLevel,
        boolean byProxy, Instant at) {
}
