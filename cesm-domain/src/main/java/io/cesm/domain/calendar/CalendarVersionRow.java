package io.cesm.domain.calendar;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** One version in the history of a calendar. */
public record CalendarVersionRow(int version, Instant madeAt, @Nullable String madeBy, @Nullable String note) {
}
