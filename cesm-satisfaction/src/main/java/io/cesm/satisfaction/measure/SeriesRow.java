package io.cesm.satisfaction.measure;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A series in a list.
 *
 * @param items how many columns are asked for
 * @param last label of its last wave
 */
public record SeriesRow(SeriesId id, String number, String name, String agency, int items, int waves,
        @Nullable String last, @Nullable LocalDate lastDay, Instant changedAt) {
}
