package io.cesm.domain.kernel;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A part of a list, read by key and not by page number.
 *
 * @param next cursor of what comes after, null at the end
 * @param previous cursor of what comes before, null at the beginning
 */
public record Slice<T>(List<T> items, @Nullable String next, @Nullable String previous) {

    /**
     * Cuts a list that was read one longer than asked for, forwards only.
     * @param rows at most {@code size + 1} rows
     * @param cursor the cursor that stands for a row
     */
    public static <T> Slice<T> forward(List<T> rows, int size, Function<T, String> cursor) {
        if (rows.size() <= size) {
            return new Slice<>(rows, null, null);
        }
        var items = List.copyOf(rows.subList(0, size));
        return new Slice<>(items, cursor.apply(items.getLast()), null);
    }

    public <R> Slice<R> map(Function<? super T, ? extends R> to) {
        return new Slice<>(items.stream().<R>map(to).toList(), next, previous);
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

}
