package io.cesm.governance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.cesm.expectation.ExpectationFigures.AgeCount;
import io.cesm.expectation.ExpectationState;
import org.jspecify.annotations.Nullable;

/**
 * How old open expectations are, by tier and state; P50 and P90 are nearest ranks, so
 * both are ages that occur.
 *
 * @param rows by tier, the last one over all tiers
 */
public record Ageing(List<Row> rows) {

    /**
     * The ages of one tier.
     *
     * @param tier the tier, null for customers without one
     * @param total whether it is the row over all tiers
     * @param cells how many by state and band
     */
    public record Row(@Nullable Integer tier, boolean total, Map<ExpectationState, Map<AgeBand, Long>> cells, long n,
            int p50, int p90) {

        /** How many of a state are in a band. */
        public long count(ExpectationState state, AgeBand band) {
            return cells.getOrDefault(state, Map.of()).getOrDefault(band, 0L);
        }

        /** How many are in a band. */
        public long count(AgeBand band) {
            return cells.values().stream().mapToLong(it -> it.getOrDefault(band, 0L)).sum();
        }

        /** How many are in a state. */
        public long count(ExpectationState state) {
            return cells.getOrDefault(state, Map.of()).values().stream().mapToLong(Long::longValue).sum();
        }

    }

    public Ageing {
        rows = List.copyOf(rows);
    }

    static Ageing of(List<AgeCount> counts) {
        Map<@Nullable Integer, List<AgeCount>> tiers = new TreeMap<>(
                Comparator.nullsLast(Comparator.<Integer>naturalOrder()));
        counts.forEach(it -> tiers.computeIfAbsent(it.tier(), tier -> new ArrayList<>()).add(it));
        var rows = new ArrayList<Row>();
        tiers.forEach((tier, ages) -> rows.add(row(tier, false, ages)));
        rows.add(row(null, true, counts));
        return new Ageing(rows);
    }

    /** The row over all tiers. */
    public Row total() {
        return rows.getLast();
    }

    private static Row row(@Nullable Integer tier, boolean total, List<AgeCount> counts) {
        Map<ExpectationState, Map<AgeBand, Long>> cells = new EnumMap<>(ExpectationState.class);
        var days = new TreeMap<Integer, Long>();
        long n = 0;
        for (var one : counts) {
            cells.computeIfAbsent(one.state(), it -> new EnumMap<>(AgeBand.class))
                .merge(AgeBand.of(one.days()), one.count(), Long::sum);
            days.merge(one.days(), one.count(), Long::sum);
            n += one.count();
        }
        return new Row(tier, total, cells, n, rank(days, n, 50), rank(days, n, 90));
    }

    private static int rank(TreeMap<Integer, Long> days, long n, int percent) {
        var rank = Math.max(1, Math.ceilDiv(n * percent, 100));
        long seen = 0;
        for (var one : days.entrySet()) {
            seen += one.getValue();
            if (seen >= rank) {
                return one.getKey();
            }
        }
        return 0;
    }

}
