package io.cesm.satisfaction.fielding;

import org.jspecify.annotations.Nullable;

/**
 * Which people of a frame to list.
 *
 * @param tier 0 for customers without one
 * @param q part of the name of the person or customer
 */
public record PeopleFilter(@Nullable FrameOutcome outcome, @Nullable InvitationState state, @Nullable Integer tier,
        @Nullable FrameFlag flag, @Nullable String q) {

    public static PeopleFilter none() {
        return new PeopleFilter(null, null, null, null, null);
    }

}
