package io.cesm.web.topissue;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.cesm.domain.people.Actor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.topissue.TopIssueFilter;
import io.cesm.domain.topissue.TopIssueOrder;
import io.cesm.domain.topissue.TopIssueState;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the register as they stand in its address.
 *
 * @param late only those past their target date
 * @param untold only those whose customers should have heard
 * @param check only those whose effect should be looked at again
 * @param top only the first so many of the ranking
 */
record TopIssueQuery(@Nullable String customer, @Nullable String unit, @Nullable List<TopIssueState> state,
        @Nullable String view, @Nullable String dimension, @Nullable String owner, @Nullable Boolean late,
        @Nullable Boolean untold, @Nullable Boolean check, @Nullable Integer top, @Nullable String q,
        @Nullable TopIssueOrder sort, @Nullable String cursor) {

    static final String MINE = "me";

    TopIssueFilter filter(Actor actor, Clock clock) {
        var today = CompanyTime.today(clock);
        var closed = Boolean.TRUE.equals(check);
        return new TopIssueFilter(IssueIds.customer(customer), IssueIds.unit(unit), states(),
                !"all".equals(view) && !closed, dimension == null || dimension.isBlank() ? null : dimension,
                MINE.equals(owner) ? actor.staff() : IssueIds.staff(owner), Boolean.TRUE.equals(late) ? today : null,
                Boolean.TRUE.equals(untold) ? today : null, closed ? today.plusDays(1) : null, top, q);
    }

    private Set<TopIssueState> states() {
        var set = new LinkedHashSet<TopIssueState>();
        if (state != null) {
            state.stream().filter(Objects::nonNull).forEach(set::add);
        }
        return set;
    }

    /** The order asked for; the first so many come by their places. */
    public TopIssueOrder order() {
        return sort != null ? sort : top != null ? TopIssueOrder.RANK
                : Boolean.TRUE.equals(late) ? TopIssueOrder.DUE : TopIssueOrder.NEWEST;
    }

    /** Whether anything is filtered, apart from the view and the order. */
    public boolean isAny() {
        return given(customer) || given(unit) || (state != null && !state.isEmpty()) || given(dimension) || given(owner)
                || Boolean.TRUE.equals(late) || Boolean.TRUE.equals(untold) || Boolean.TRUE.equals(check) || top != null
                || given(q);
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }

}
