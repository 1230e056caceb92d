package io.cesm.satisfaction.measure.index;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An index in a list.
 *
 * @param rank our place in the last wave
 * @param of among how many
 * @param before our place in the wave before
 */
public record IndexRow(IndexId id, String number, String name, String publisher, @Nullable String industry,
        @Nullable String last, @Nullable BigDecimal score, @Nullable Integer rank, @Nullable Integer of,
        @Nullable Integer before, Instant changedAt) {
}
