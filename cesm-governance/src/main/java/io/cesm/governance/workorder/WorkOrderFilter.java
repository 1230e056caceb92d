package io.cesm.governance.workorder;

import java.time.Instant;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/** Which work orders are wanted. */
public record WorkOrderFilter(@Nullable WorkOrderState state, boolean openOnly, @Nullable StaffId assignee,
        @Nullable ComplaintId complaint, @Nullable Instant from, @Nullable Instant to) {

    public static final WorkOrderFilter ALL = new WorkOrderFilter(null, false, null, null, null, null);

    public WorkOrderFilter open() {
        return new WorkOrderFilter(state, true, assignee, complaint, from, to);
    }

    public WorkOrderFilter of(StaffId who) {
        return new WorkOrderFilter(state, openOnly, who, complaint, from, to);
    }

    public WorkOrderFilter of(ComplaintId which) {
        return new WorkOrderFilter(state, openOnly, assignee, which, from, to);
    }

    public WorkOrderFilter between(Instant first, Instant last) {
        return new WorkOrderFilter(state, openOnly, assignee, complaint, first, last);
    }

}
