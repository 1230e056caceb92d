package io.cesm.domain.topissue;

import java.time.Instant;
import java.time.LocalDate;

import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;

/**
 * When something is done and by whom.
 *
 * @param by the member of staff, null for a customer or the system
 */
record Moment(Instant at, @Nullable StaffId by) {

    LocalDate today() {
        return CompanyTime.dayOf(at);
    }

}
