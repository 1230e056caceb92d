package io.cesm.expectation;

import java.time.Instant;
import java.time.LocalDate;

import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;

/**
 * When something is done and by whom.
 *
 * @param today the day at the company's seat
 * @param by the member of staff, null for a customer or the system
 */
record Moment(Instant at, LocalDate today, @Nullable StaffId by) {

    static Moment of(Instant at, @Nullable StaffId by) {
        return new Moment(at, dayOf(at), by);
    }

    static LocalDate dayOf(Instant at) {
        return CompanyTime.dayOf(at);
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(CompanyTime.ZONE).toInstant();
    }

}
