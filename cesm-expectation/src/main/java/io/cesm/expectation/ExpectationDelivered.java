package io.cesm.expectation;

import java.math.BigDecimal;
import java.time.Instant;

import io.cesm.domain.customer.CustomerId;

/** We say that it is done; the customer has not answered yet. */
public record ExpectationDelivered(ExpectationId expectation, CustomerId customer, BigDecimal deliveredLevel,
        Instant at) {
}
