package io.cesm.web.fielding;

import io.cesm.satisfaction.fielding.FrameFlag;
import io.cesm.satisfaction.fielding.FrameOutcome;
import io.cesm.satisfaction.fielding.InvitationState;
import io.cesm.satisfaction.fielding.PeopleFilter;
import org.jspecify.annotations.Nullable;

/** The filters of the people of a survey as they stand in the address. */
record PeopleQuery(@Nullable FrameOutcome outcome, @Nullable InvitationState state, @Nullable Integer tier,
        @Nullable FrameFlag flag, @Nullable String q, @Nullable String survey, @Nullable String cursor) {

    PeopleFilter filter() {
        return new PeopleFilter(outcome, state, tier, flag, q);
    }

    public boolean isAny() {
        return outcome != null || state != null || tier != null || flag != null || (q != null && !q.isBlank());
    }

}
