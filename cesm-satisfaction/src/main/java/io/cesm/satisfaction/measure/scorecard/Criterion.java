package io.cesm.satisfaction.measure.scorecard;

import java.math.BigDecimal;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One line of a customer's scorecard.
 *
 * @param id null while it is new
 * @param weight how much it counts beside the others
 * @param dimension code of our quality dimension, if it fits one
 */
public record Criterion(@Nullable UUID id, String name, BigDecimal weight, @Nullable String dimension) {
}
