package io.cesm.domain.level;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.customer.CustomerId;

/** A recorded reading as a page shows it. */
public record RecordedRow(RecordedReadingId id, CustomerId customer, String customerName, String dimension, Level level,
        Given.Basis basis, String title, BigDecimal given, @Nullable String unit, BigDecimal worthNothing,
        BigDecimal worthHundred, BigDecimal value, BigDecimal weight, int n, LocalDate readOn, @Nullable String note,
        @Nullable String externalKey, @Nullable String recordedBy, Instant recordedAt, @Nullable Instant withdrawnAt) {
}
