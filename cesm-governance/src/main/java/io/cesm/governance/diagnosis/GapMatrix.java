package io.cesm.governance.diagnosis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.cesm.domain.dimension.Flow;
import io.cesm.satisfaction.figures.Comparing;
import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.Confidence;
import io.cesm.satisfaction.figures.Figure;
import io.cesm.satisfaction.figures.ServiceGap;
import org.jspecify.annotations.Nullable;

/**
 * How many cases showed in which flow, by the gap behind them.
 *
 * @param undiagnosed cases of the time whose cause nobody has stated yet
 */
public record GapMatrix(List<Count> counts, long undiagnosed) {

    public GapMatrix {
        counts = List.copyOf(counts);
    }

    /**
     * Cases of one flow, gap and source.
     *
     * @param flow where it showed; null if nobody said
     */
    public record Count(@Nullable Flow flow, ServiceGap gap, CaseSource source, long n) {
    }

    public long n() {
        return counts.stream().mapToLong(Count::n).sum();
    }

    public long of(@Nullable Flow flow, ServiceGap gap) {
        return counts.stream().filter(it -> it.flow() == flow && it.gap() == gap).mapToLong(Count::n).sum();
    }

    public long of(@Nullable Flow flow) {
        return counts.stream().filter(it -> it.flow() == flow).mapToLong(Count::n).sum();
    }

    public long counted(CaseSource source) {
        return counts.stream().filter(it -> it.source() == source).mapToLong(Count::n).sum();
    }

    public Map<ServiceGap, Long> byGap() {
        var byGap = new EnumMap<ServiceGap, Long>(ServiceGap.class);
        counts.forEach(it -> byGap.merge(it.gap(), it.n(), Long::sum));
        return byGap;
    }

    /** Share of each gap in all cases, with Wilson's interval. */
    public Map<ServiceGap, Figure> shares() {
        return ServiceGap.shares(byGap(), Confidence.NINETY_FIVE);
    }

    /** Share of the flows that have to close the gaps. */
    public Map<Flow, Figure> sharesByFlow() {
        return ServiceGap.sharesByFlow(byGap(), Confidence.NINETY_FIVE);
    }

    /** The share of each gap against an earlier time, judged together. */
    public Map<ServiceGap, Comparison> changes(GapMatrix before) {
        var mine = byGap();
        var theirs = before.byGap();
        var gaps = List.of(ServiceGap.values());
        var judged = Comparing.together(gaps.stream()
            .map(it -> Comparing.shares(mine.getOrDefault(it, 0L), n(), theirs.getOrDefault(it, 0L), before.n(),
                    Confidence.NINETY_FIVE))
            .toList());
        var changes = new EnumMap<ServiceGap, Comparison>(ServiceGap.class);
        for (int i = 0; i < gaps.size(); i++) {
            changes.put(gaps.get(i), judged.get(i));
        }
        return changes;
    }

    /** Cases that showed in one flow while another has to close the gap. */
    public long elsewhere() {
        return counts.stream()
            .filter(it -> it.flow() != null && it.flow() != it.gap().flow())
            .mapToLong(Count::n)
            .sum();
    }

    /** The gap most cases have; null without any. */
    public @Nullable ServiceGap largest() {
        return byGap().entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null);
    }

}
