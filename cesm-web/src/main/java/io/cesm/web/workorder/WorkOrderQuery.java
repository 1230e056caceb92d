package io.cesm.web.workorder;

import io.cesm.domain.people.Actor;
import io.cesm.governance.workorder.WorkOrderFilter;
import io.cesm.governance.workorder.WorkOrderState;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the list as they stand in its address.
 *
 * @param view {@code all}, {@code mine} or nothing: open ones
 */
public record WorkOrderQuery(@Nullable String view, @Nullable WorkOrderState state, @Nullable String cursor) {

    public WorkOrderFilter filter(Actor actor) {
        var openOnly = state == null && !"all".equals(view);
        return new WorkOrderFilter(state, openOnly, "mine".equals(view) ? actor.staff() : null, null, null, null);
    }

}
