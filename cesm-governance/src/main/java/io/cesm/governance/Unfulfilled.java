package io.cesm.governance;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.cesm.expectation.ExpectationFigures.UnfulfilledCount;

/**
 * What is not met or overdue, by main flow.
 *
 * @param flows IPD, LTC, ITR, then those without a flow
 */
public record Unfulfilled(List<UnfulfilledCount> flows) {

    public Unfulfilled {
        flows = flows.stream()
            .sorted(Comparator.comparing(UnfulfilledCount::flow, Comparator.nullsLast(Comparator.naturalOrder())))
            .toList();
    }

    /** All flows together. */
    public UnfulfilledCount total() {
        return new UnfulfilledCount(null, flows.stream().mapToLong(UnfulfilledCount::open).sum(),
                flows.stream().mapToLong(UnfulfilledCount::notMet).sum(),
                flows.stream().mapToLong(UnfulfilledCount::overdue).sum(),
                flows.stream().mapToLong(UnfulfilledCount::either).sum());
    }

    /** The largest count, for the length of bars. */
    public long most() {
        return flows.stream().mapToLong(UnfulfilledCount::either).max().orElse(0);
    }

    /** The flow in which most is not fulfilled; nothing if everything is. */
    public Optional<UnfulfilledCount> worst() {
        return flows.stream().filter(it -> it.either() > 0).max(Comparator.comparingLong(UnfulfilledCount::either));
    }

}
