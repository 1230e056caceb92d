package io.cesm.expectation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/** A conflict as it is shown: both sides, and how it was decided if it was. */
public record ConflictRow(ConflictId id, long version, CustomerId customer, String customerName,
        @Nullable String customerNameEn, String dimensionName, String dimensionNameEn, ConflictKind kind,
        ConflictState state, Instant detectedAt, Side first, Side second, @Nullable Instant resolvedAt,
        @Nullable String resolvedBy, @Nullable ExpectationId chosen, @Nullable String decision,
        @Nullable String decidedBy, @Nullable LocalDate toldOn, @Nullable String toldBy, @Nullable String toldContact) {

    /** One of the two expectations. */
    public record Side(ExpectationId id, String number, String verbatim, ContactId contact, String contactName,
            @Nullable BigDecimal level, @Nullable LocalDate wantedOn, ExpectationState state) {
    }

    public boolean isOpen() {
        return state == ConflictState.OPEN;
    }

}
