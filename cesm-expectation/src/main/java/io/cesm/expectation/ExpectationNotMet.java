package io.cesm.expectation;

import java.math.BigDecimal;
import java.time.Instant;

import io.cesm.domain.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/** The customer said that it is not what was promised. */
public record ExpectationNotMet(ExpectationId expectation, CustomerId customer, @Nullable BigDecimal perceivedLevel,
        boolean byProxy, Instant at) {
}
