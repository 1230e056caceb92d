package io.cesm.domain.level;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.customer.CustomerId;

/**
 * One reading of the ledger with what a person needs to follow it back.
 *
 * @param counts false if a later reading of the same source took its place in the period
 */
public record ReadingRow(UUID id, CustomerId customer, String customerName, @Nullable String customerNameEn,
        String dimension, Level level, BigDecimal value, BigDecimal weight, int n, LocalDate readOn,
        @Nullable UUID contact, @Nullable String contactName, ReadingSource source, boolean counts) {
}
