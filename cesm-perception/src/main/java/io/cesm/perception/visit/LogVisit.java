package io.cesm.perception.visit;

import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * A visit that was made.
 *
 * @param staff who was there; the one who logs it if nobody is named
 * @param words what came of it, in a line
 */
public record LogVisit(@Nullable LocalDate on, @Nullable StaffId staff, @Nullable ContactId contact,
        @Nullable String words) {

    /** A visit as it is typed or sent, with plain ids. */
    public static LogVisit of(@Nullable LocalDate on, @Nullable UUID staff, @Nullable UUID contact,
            @Nullable String words) {
        return new LogVisit(on, staff == null ? null : new StaffId(staff),
                contact == null ? null : new ContactId(contact), words);
    }

}
