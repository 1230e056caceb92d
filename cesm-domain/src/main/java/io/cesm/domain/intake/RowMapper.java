package io.cesm.domain.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.cesm.domain.table.Line;

/** Turns lines of a file into rows by targets. */
final class RowMapper {

    private final Map<Integer, String> mapping;

    RowMapper(Map<Integer, String> mapping) {
        this.mapping = new TreeMap<>(mapping);
    }

    /** A mapper that gives every cell under the index of its column. */
    static RowMapper all(int columns) {
        Map<Integer, String> mapping = new HashMap<>();
        for (int i = 0; i < columns; i++) {
            mapping.put(i, String.valueOf(i));
        }
        return new RowMapper(mapping);
    }

    ImportRow row(Line line) {
        Map<String, List<String>> values = new HashMap<>();
        mapping.forEach((column, target) -> {
            var text = line.cell(column);
            if (!text.isEmpty()) {
                values.computeIfAbsent(target, it -> new ArrayList<>()).add(text);
            }
        });
        return new ImportRow(line.number(), values);
    }

}
