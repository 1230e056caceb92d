package io.cesm.satisfaction.figures;

import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.dimension.Flow;

/**
 * The seven gaps between what customers expect and what they perceive, and whose they
 * are.
 */
public enum ServiceGap {

    /** We do not know what is expected. */
    KNOWLEDGE(Flow.IPD),

    /** We know it, but did not specify it. */
    SPECIFICATION(Flow.IPD),

    /** We specified it, but did not make it so. */
    PRODUCTION(Flow.IPD),

    /** One hand does not know what the other does. */
    INTERNAL_COMMUNICATION(Flow.IPD),

    /** We promised something else. */
    PROMOTION(Flow.LTC),

    /** We delivered something else. */
    DELIVERY(Flow.LTC),

    /** The customer perceives something else. */
    CUSTOMER(Flow.ITR);

    private final Flow flow;

    ServiceGap(Flow flow) {
        this.flow = flow;
    }

    /** Which flow has to close it. */
    public Flow flow() {
        return flow;
    }

    /**
     * Which share of all diagnosed cases each gap has, in percent with Wilson's interval.
     * @param cases how many cases were put down to each gap
     */
    public static Map<ServiceGap, Figure> shares(Map<ServiceGap, Long> cases, Confidence confidence) {
        long n = cases.values().stream().mapToLong(count -> count).sum();
        var shares = new EnumMap<ServiceGap, Figure>(ServiceGap.class);
        for (var gap : values()) {
            shares.put(gap, Share.of(orNone(cases.get(gap)), n, confidence));
        }
        return shares;
    }

    /** The same by flow. */
    public static Map<Flow, Figure> sharesByFlow(Map<ServiceGap, Long> cases, Confidence confidence) {
        var byFlow = new EnumMap<Flow, Long>(Flow.class);
        cases.forEach((gap, count) -> byFlow.merge(gap.flow(), count, Long::sum));
        long n = cases.values().stream().mapToLong(count -> count).sum();
        var shares = new EnumMap<Flow, Figure>(Flow.class);
        for (var flow : Flow.values()) {
            shares.put(flow, Share.of(orNone(byFlow.get(flow)), n, confidence));
        }
        return shares;
    }

    private static long orNone(@Nullable Long count) {
        return (count == null) ? 0 : count;
    }

}
