package io.cesm.web.complaint;

import java.util.function.Function;

import io.cesm.domain.complaint.ComplaintId;
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
        return read(text, CustomerId::of);
    }

    static @Nullable ContactId contact(@Nullable String text) {
        return read(text, ContactId::of);
    }

    static @Nullable StaffId staff(@Nullable String text) {
        return read(text, StaffId::of);
    }

    static @Nullable UnitId unit(@Nullable String text) {
        return read(text, UnitId::of);
    }

    static @Nullable ComplaintId complaint(@Nullable String text) {
        return read(text, ComplaintId::of);
    }

    private static <T> @Nullable T read(@Nullable String text, Function<String, T> how) {
        try {
            return text == null || text.isBlank() ? null : how.apply(text.strip());
        }
        catch (IllegalArgumentException ex) {
            throw new UnknownThing();
        }
    }

}
