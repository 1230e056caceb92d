package io.cesm.web.topissue.api;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.topissue.TopIssueFilter;
import io.cesm.domain.topissue.TopIssueOrder;
import io.cesm.domain.topissue.TopIssueState;
import org.jspecify.annotations.Nullable;

/** The filters of the register for programs. */
record TopIssueQueryJson(@Nullable UUID customer, @Nullable UUID unit, @Nullable List<TopIssueState> state,
        @Nullable Boolean open, @Nullable String dimension, @Nullable UUID owner, @Nullable LocalDate targetBefore,
        @Nullable LocalDate tellBefore, @Nullable Integer top, @Nullable String q, @Nullable TopIssueOrder sort) {

    TopIssueFilter filter() {
        return new TopIssueFilter(customer == null ? null : new CustomerId(customer),
                unit == null ? null : new UnitId(unit), new LinkedHashSet<>(state == null ? List.of() : state),
                Boolean.TRUE.equals(open), dimension, owner == null ? null : new StaffId(owner), targetBefore,
                tellBefore, null, top, q);
    }

    TopIssueOrder order() {
        return sort == null ? TopIssueOrder.NEWEST : sort;
    }

}
