package io.cesm.expectation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.StaffId;

/** We promised a level and a date. */
public record ExpectationCommitted(ExpectationId expectation, CustomerId customer, StaffId owner,
        BigDecimal committedLevel, LocalDate committedOn, boolean adjusted, Instant at) {
}
