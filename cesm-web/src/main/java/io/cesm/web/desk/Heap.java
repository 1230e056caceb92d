package io.cesm.web.desk;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.cesm.domain.kernel.Piles;

/**
 * What shall lie on the desk, and how it is found.
 *
 * @param wanted which records they are, in the words of their register
 * @param urgent whether a single one is one too many
 */
public record Heap<W, R>(String key, W wanted, String all, boolean urgent, Function<R, WorkSource.Item> item) {

    /** What a register is asked for. */
    public static <W, R> List<W> wanted(List<Heap<W, R>> heaps) {
        return heaps.stream().map(Heap::wanted).toList();
    }

    /** The piles that the answers make. */
    public static <W, R> List<WorkSource.Pile> piles(List<Heap<W, R>> heaps, List<Piles.Pile<R>> found) {
        return IntStream.range(0, heaps.size()).mapToObj(i -> heaps.get(i).pile(found.get(i))).toList();
    }

    private WorkSource.Pile pile(Piles.Pile<R> found) {
        return new WorkSource.Pile(key, found.count(), all, urgent && found.count() > 0,
                found.rows().stream().map(item).toList());
    }

}
