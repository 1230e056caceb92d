package io.cesm.satisfaction.analysis;

import java.util.List;

/**
 * What was counted in the background.
 *
 * @param hidden whether it would give somebody away
 */
record CountedApart(List<One> cells, boolean hidden) {

    /** The kind of study under which it is kept. */
    static final String WHAT = "combination";

    /** How often a value of an item was given. */
    record One(String item, String value, long n, double w, double squares) {
    }

    static CountedApart of(Counting counting, boolean hidden) {
        return new CountedApart(counting.rows()
            .stream()
            .map(it -> new One(it.cell().item(), it.cell().value(), it.n(), it.w().doubleValue(),
                    it.squares().doubleValue()))
            .toList(), hidden);
    }

    Cells toCells() {
        var counted = new Cells();
        cells.forEach(it -> counted.add(it.item(), it.value(), new Cells.Count(it.n(), it.w(), it.squares())));
        return counted;
    }

}
