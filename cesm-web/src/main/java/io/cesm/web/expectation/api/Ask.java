package io.cesm.web.expectation.api;

import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import org.jspecify.annotations.Nullable;

/** Plain identifiers of a request as the types of the domain. */
final class Ask {

    private Ask() {
    }

    static @Nullable CustomerId customer(@Nullable UUID id) {
        return id == null ? null : new CustomerId(id);
    }

    static @Nullable ContactId contact(@Nullable UUID id) {
        return id == null ? null : new ContactId(id);
    }

    static @Nullable StaffId staff(@Nullable UUID id) {
        return id == null ? null : new StaffId(id);
    }

    static @Nullable UnitId unit(@Nullable UUID id) {
        return id == null ? null : new UnitId(id);
    }

}
