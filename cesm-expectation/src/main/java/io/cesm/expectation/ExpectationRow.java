package io.cesm.expectation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/** A line of the register. */
public record ExpectationRow(ExpectationId id, String number, String verbatim, CustomerId customer, String customerName,
        @Nullable String customerNameEn, @Nullable Integer tier, ContactId contact, String contactName,
        ExpectationState state, @Nullable String dimension, @Nullable String dimensionName,
        @Nullable String dimensionNameEn, @Nullable Flow flow, @Nullable Integer importance, @Nullable Kano kano,
        @Nullable StaffId owner, @Nullable String ownerName, @Nullable LocalDate dueOn, Instant capturedAt,
        @Nullable BigDecimal expected, @Nullable BigDecimal committed, @Nullable BigDecimal delivered,
        @Nullable BigDecimal perceived, long version) {

    public boolean isOverdue(LocalDate today) {
        return state.isOpen() && dueOn != null && dueOn.isBefore(today);
    }

    /** Whole days since it was noted. */
    public long ageInDays(Instant now) {
        return Math.max(0, Duration.between(capturedAt, now).toDays());
    }

}
