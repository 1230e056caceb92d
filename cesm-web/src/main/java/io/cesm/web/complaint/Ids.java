package io.cesm.web.complaint;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import io.cesm.web.layout.IdText;
import org.jspecify.annotations.Nullable;

/** Reads ids that forms send as text; an empty field names nobody. */
final class Ids {

    private Ids() {
    }

    static @Nullable CustomerId customer(@Nullable String text) {
        return IdText.read(text, CustomerId::of);
    }

    static @Nullable ContactId contact(@Nullable String text) {
        return IdText.read(text, ContactId::of);
    }

    static @Nullable StaffId staff(@Nullable String text) {
        return IdText.read(text, StaffId::of);
    }

    static @Nullable UnitId unit(@Nullable String text) {
        return IdText.read(text, UnitId::of);
    }

    static @Nullable ComplaintId complaint(@Nullable String text) {
        return IdText.read(text, ComplaintId::of);
    }

}
