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

    /**
     * Cuts a list that was read one longer than asked for, in either direction.
     * @param rows at most {@code size + 1} rows, in the order in which they were read
     * @param from where reading began
     * @param keys the sort keys of a row
     */
    public static <T> Slice<T> cut(List<T> rows, int size, @Nullable Cursor from, Function<T, Object[]> keys) {
        boolean more = rows.size() > size;
        boolean backwards = from != null && from.backwards();
        var items = more ? rows.subList(0, size) : rows;
        if (items.isEmpty()) {
            return new Slice<>(List.of(), null, null);
        }
        items = List.copyOf(backwards ? items.reversed() : items);
        var next = backwards || more ? Cursor.after(keys.apply(items.getLast())) : null;
        var previous = (backwards ? more : from != null) ? Cursor.before(keys.apply(items.getFirst())) : null;
        return new Slice<>(items, next, previous);
    }

    public <R> Slice<R> map(Function<? super T, ? extends R> to) {
        return new Slice<>(items.stream().<R>map(to).toList(), next, previous);
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

}
