package io.cesm.domain.intake;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A row of the file by targets; blank cells are left out.
 *
 * @param number line of the text file or row of the sheet
 * @param values the texts of each target, in the order of their columns
 */
public record ImportRow(long number, Map<String, List<String>> values) {

    /** The only or first text of a target, null if there is none. */
    public @Nullable String first(String target) {
        var all = values.get(target);
        return all == null || all.isEmpty() ? null : all.getFirst();
    }

    public List<String> all(String target) {
        return values.getOrDefault(target, List.of());
    }

}
