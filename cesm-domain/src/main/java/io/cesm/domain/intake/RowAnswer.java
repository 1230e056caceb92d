package io.cesm.domain.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What became of a row, or would become of it.
 *
 * @param key its key in the file, if it has one
 * @param name what a person would call the row
 * @param link page of the record, such as {@code /customers/…}, if there is one
 * @param problems why it was refused, or what of it was left out
 * @param like names of records it may be a duplicate of; empty if it seems to be none
 */
public record RowAnswer(long row, Outcome outcome, @Nullable String key, @Nullable String name, @Nullable String link,
        List<RowProblem> problems, List<String> like) {

    public static RowAnswer of(ImportRow row, Outcome outcome, @Nullable String key, @Nullable String name) {
        return new RowAnswer(row.number(), outcome, key, name, null, List.of(), List.of());
    }

    public static RowAnswer refused(ImportRow row, @Nullable String key, @Nullable String name, RowProblem problem) {
        return new RowAnswer(row.number(), Outcome.REFUSED, key, name, null, List.of(problem), List.of());
    }

}
