package io.cesm.domain.level;

import io.cesm.domain.people.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Which customers the table of levels shows.
 *
 * @param tier only of this tier
 * @param unit only of this unit and those below it
 * @param dimension only with a reading in this dimension
 * @param period only with a reading in this period
 * @param silent also those without any reading
 */
public record LevelCustomerFilter(@Nullable Integer tier, @Nullable UnitId unit, @Nullable String dimension,
        LevelPeriod period, boolean silent) {
}
