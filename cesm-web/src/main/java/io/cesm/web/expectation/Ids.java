package io.cesm.web.expectation;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import org.jspecify.annotations.Nullable;

/** Reads ids that forms send as text; an empty field names nobody. */
final class Ids {

    private Ids() {
    }

    static @Nullable CustomerId customer(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : CustomerId.of(text);
        }
        catch (IllegalArgumentException ex) {
            throw new UnknownThing();
        }
    }

    static @Nullable ContactId contact(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : ContactId.of(text);
        }
        catch (IllegalArgumentException ex) {
            throw new UnknownThing();
        }
    }

    static @Nullable StaffId staff(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : StaffId.of(text);
        }
        catch (IllegalArgumentException ex) {
            throw new UnknownThing();
        }
    }

    static @Nullable UnitId unit(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UnitId.of(text);
        }
        catch (IllegalArgumentException ex) {
            throw new UnknownThing();
        }
    }

    static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

}
