package io.cesm.governance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.cesm.expectation.ExpectationFigures.FulfilmentCount;
import org.jspecify.annotations.Nullable;

/**
 * Commitments delivered on time among those that fell due.
 *
 * @param rows by tier, the last one over all tiers
 */
public record Fulfilment(List<Row> rows) {

    /** The fulfilment of one tier. */
    public record Row(@Nullable Integer tier, boolean total, Share onTime) {
    }

    public Fulfilment {
        rows = List.copyOf(rows);
    }

    static Fulfilment of(List<FulfilmentCount> counts) {
        var rows = new ArrayList<Row>();
        var all = new Share(0, 0);
        for (var one : counts.stream()
            .sorted(Comparator.comparing(FulfilmentCount::tier, Comparator.nullsLast(Comparator.naturalOrder())))
            .toList()) {
            var share = new Share(one.onTime(), one.due());
            rows.add(new Row(one.tier(), false, share));
            all = all.plus(share);
        }
        rows.add(new Row(null, true, all));
        return new Fulfilment(rows);
    }

    /** The row over all tiers. */
    public Row total() {
        return rows.getLast();
    }

}
