package io.cesm.domain.topissue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A value of a measure that somebody entered. */
public record NotedValue(UUID id, LocalDate on, BigDecimal value, @Nullable String note, @Nullable String by) {
}
