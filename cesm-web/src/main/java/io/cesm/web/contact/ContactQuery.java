package io.cesm.web.contact;

import java.util.UUID;

import io.cesm.domain.customer.ContactFilter;
import io.cesm.domain.customer.ContactKind;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.DecisionRole;
import org.jspecify.annotations.Nullable;

/** The filter bar of the register of people; every part is a parameter of the address. */
record ContactQuery(@Nullable String q, @Nullable UUID customer, @Nullable ContactKind kind,
        @Nullable DecisionRole role, @Nullable Boolean active) {

    ContactFilter filter() {
        return new ContactFilter(q, customer == null ? null : new CustomerId(customer), kind, role, active);
    }

    public boolean isAny() {
        return (q != null && !q.isBlank()) || customer != null || kind != null || role != null || active != null;
    }

}
