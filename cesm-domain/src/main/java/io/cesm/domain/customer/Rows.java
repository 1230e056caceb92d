package io.cesm.domain.customer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** Many rows as one array per column, for {@code insert … select … from unnest(…)}. */
final class Rows {

    private final List<String> columns;

    private final List<@Nullable String[]> rows = new ArrayList<>();

    Rows(String... columns) {
        this.columns = List.of(columns);
    }

    void add(@Nullable Object... values) {
        var row = new @Nullable String[values.length];
        Arrays.setAll(row, i -> values[i] == null ? null : String.valueOf(values[i]));
        rows.add(row);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The rows as a table {@code r} of texts. */
    String asTable() {
        return IntStream.range(0, columns.size())
            .mapToObj(i -> "cast(:column" + i + " as text[])")
            .collect(Collectors.joining(", ", "unnest(", ") as r(" + String.join(", ", columns) + ")"));
    }

    /** The first column, so that an index is used however little the planner knows. */
    UUID[] ids() {
        return rows.stream().map(it -> UUID.fromString(Objects.requireNonNull(it[0]))).toArray(UUID[]::new);
    }

    Map<String, Object> params() {
        Map<String, Object> params = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            params.put("column" + i, rows.stream().map(it -> it[column]).toArray(String[]::new));
        }
        return params;
    }

}
