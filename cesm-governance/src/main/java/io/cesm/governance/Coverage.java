package io.cesm.governance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.cesm.expectation.ExpectationFigures.CoverageCount;
import org.jspecify.annotations.Nullable;

/**
 * At which share of the customers of a tier something live is expected, and of which
 * share of their deciders we have heard.
 *
 * @param rows by tier, the last one over all tiers
 */
public record Coverage(List<Row> rows) {

    /** The coverage of one tier. */
    public record Row(@Nullable Integer tier, boolean total, Share customers, Share deciders) {
    }

    public Coverage {
        rows = List.copyOf(rows);
    }

    static Coverage of(List<CoverageCount> counts) {
        var rows = new ArrayList<Row>();
        var customers = new Share(0, 0);
        var deciders = new Share(0, 0);
        for (var one : counts.stream()
            .sorted(Comparator.comparing(CoverageCount::tier, Comparator.nullsLast(Comparator.naturalOrder())))
            .toList()) {
            var row = new Row(one.tier(), false, new Share(one.covered(), one.customers()),
                    new Share(one.asked(), one.deciders()));
            rows.add(row);
            customers = customers.plus(row.customers());
            deciders = deciders.plus(row.deciders());
        }
        rows.add(new Row(null, true, customers, deciders));
        return new Coverage(rows);
    }

    /** The row over all tiers. */
    public Row total() {
        return rows.getLast();
    }

}
