package io.cesm.satisfaction.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Says in short what became of a codebook. */
final class CodebookChanges {

    private static final int LONGEST = 1000;

    private CodebookChanges() {
    }

    /** Items that came (+), went (−) or changed (~). */
    static @Nullable String between(Codebook before, Codebook after) {
        var old = byTarget(before);
        var now = byTarget(after);
        var lines = new ArrayList<String>();
        now.forEach((target, column) -> {
            var was = old.get(target);
            if (was == null) {
                lines.add("+ " + target);
            }
            else if (!was.equals(column)) {
                lines.add("~ " + target);
            }
        });
        old.keySet().stream().filter(it -> !now.containsKey(it)).forEach(it -> lines.add("− " + it));
        var text = String.join(", ", lines);
        return text.isEmpty() ? null : text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static Map<String, CodebookColumn> byTarget(Codebook codebook) {
        Map<String, CodebookColumn> columns = new LinkedHashMap<>();
        codebook.columns()
            .forEach(it -> columns.put(it.target() + (it.kind() == ColumnKind.MULTI ? " " + it.header() : ""), it));
        return columns;
    }

}
