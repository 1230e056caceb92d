package io.cesm.domain.export;

import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

import io.cesm.domain.kernel.Slice;
import io.cesm.domain.table.Appendix;
import io.cesm.domain.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * A list that is about to be written: its columns and the way to its rows, piece by
 * piece, so that a long list neither fills memory nor holds a transaction.
 *
 * @param title what the list is called, in the reader's language
 * @param count how many rows there are, counted up to a number
 * @param appendix a short table that explains it, if there is one
 */
public record Export<T>(String title, List<Column<T>> columns, Pieces<T> pieces, IntUnaryOperator count,
        @Nullable Appendix appendix) {

    /** A list that explains itself. */
    public Export(String title, List<Column<T>> columns, Pieces<T> pieces, IntUnaryOperator count) {
        this(title, columns, pieces, count, null);
    }

    private static final int PIECE = 1_000;

    /** Reads one piece of the list. */
    @FunctionalInterface
    public interface Pieces<T> {

        Slice<T> after(@Nullable String cursor, int size);

    }

    /** A list whose rows are counted by reading them. */
    public static <T> Export<T> of(String title, List<Column<T>> columns, Pieces<T> pieces) {
        return new Export<>(title, columns, pieces, upTo -> {
            int rows = 0;
            for (var slice = pieces.after(null, PIECE);; slice = pieces.after(slice.next(), PIECE)) {
                rows += slice.items().size();
                if (slice.next() == null || rows >= upTo) {
                    return Math.min(rows, upTo);
                }
            }
        });
    }

    /** A short list that is there already. */
    public static <T> Export<T> whole(String title, List<Column<T>> columns, List<T> rows) {
        return new Export<>(title, columns, (cursor, size) -> new Slice<>(rows, null, null),
                upTo -> Math.min(rows.size(), upTo));
    }

    public Stream<T> rows() {
        var slices = Stream.<@Nullable Slice<T>>iterate(pieces.after(null, PIECE), Objects::nonNull,
                slice -> slice == null || slice.next() == null ? null : pieces.after(slice.next(), PIECE));
        return slices.flatMap(slice -> slice == null ? Stream.empty() : slice.items().stream());
    }

}
