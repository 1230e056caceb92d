package io.cesm.domain.level;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.customer.CustomerId;

/**
 * Which readings to list.
 *
 * @param customer only of this customer, null for all in scope
 * @param below also of the customers below it
 * @param dimension only of this dimension
 * @param level only of this level
 * @param period the days they hold for
 */
public record ReadingFilter(@Nullable CustomerId customer, boolean below, @Nullable String dimension,
        @Nullable Level level, LevelPeriod period) {
}
