package io.cesm.web.customer;

import java.util.UUID;

import io.cesm.domain.customer.CustomerFilter;
import io.cesm.domain.customer.CustomerKind;
import io.cesm.domain.customer.CustomerStatus;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import org.jspecify.annotations.Nullable;

/** The filter bar of the register; every part is a parameter of the address. */
record CustomerQuery(@Nullable String q, @Nullable Integer tier, @Nullable UUID unit, @Nullable CustomerStatus status,
        @Nullable CustomerKind kind, @Nullable UUID staff, @Nullable Boolean visitDue) {

    CustomerFilter filter() {
        return new CustomerFilter(q, tier, unit == null ? null : new UnitId(unit), status, kind,
                staff == null ? null : new StaffId(staff), Boolean.TRUE.equals(visitDue));
    }

    public boolean isAny() {
        return (q != null && !q.isBlank()) || tier != null || unit != null || status != null || kind != null
                || staff != null || Boolean.TRUE.equals(visitDue);
    }

}
