package io.cesm.domain.table;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table that is written: what stands above it, in the reader's language,
 * and what a row has to say. Numbers, dates and times stay what they are in a workbook.
 */
public record Column<T>(String header, Function<? super T, ? extends @Nullable Object> value) {
}
