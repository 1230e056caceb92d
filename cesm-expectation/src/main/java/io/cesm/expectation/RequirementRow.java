package io.cesm.expectation;

import java.time.Instant;
import java.time.LocalDate;

import io.cesm.domain.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/** A requirement with the customer's words it goes back to. */
public record RequirementRow(RequirementId id, long version, String number, ExpectationId expectation,
        String expectationNumber, String verbatim, CustomerId customer, String customerName,
        @Nullable String customerNameEn, String title, String statement, RequirementState state,
        @Nullable String releaseName, @Nullable LocalDate releaseOn, @Nullable String answer,
        @Nullable String externalKey, Instant createdAt, @Nullable String createdBy) {
}
