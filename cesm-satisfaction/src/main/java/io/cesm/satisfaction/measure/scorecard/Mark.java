package io.cesm.satisfaction.measure.scorecard;

import java.math.BigDecimal;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What the customer gave for one criterion.
 *
 * @param mark as the customer wrote it
 * @param level on 0–100
 * @param firstMark what stood there before a dispute changed it
 */
public record Mark(UUID id, UUID criterion, String mark, BigDecimal level, @Nullable String firstMark,
        @Nullable BigDecimal firstLevel) {
}
