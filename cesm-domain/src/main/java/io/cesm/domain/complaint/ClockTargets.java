package io.cesm.domain.complaint;

import org.jspecify.annotations.Nullable;

/**
 * Says how fast a complaint has to be answered and solved. Whoever keeps the policies
 * implements it.
 */
@FunctionalInterface
public interface ClockTargets {

    Targets of(Case it);

    /** What a policy may look at. */
    record Case(ComplaintKind kind, int grade, @Nullable Integer tier, ComplaintChannel channel) {
    }

    /**
     * The targets in open minutes.
     *
     * @param policy name of the policy they come from
     * @param calendar code of the calendar they are counted with
     */
    record Targets(String policy, String calendar, int firstResponse, int nextUpdate, int resolution) {

        int of(ClockKind kind) {
            return switch (kind) {
                case FIRST_RESPONSE -> firstResponse;
                case NEXT_UPDATE -> nextUpdate;
                case RESOLUTION -> resolution;
            };
        }

    }

}
