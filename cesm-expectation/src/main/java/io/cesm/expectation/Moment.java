package io.cesm.expectation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * When something is done and by whom.
 *
 * @param today the day at the company's seat
 * @param by the member of staff, null for a customer or the system
 */
record Moment(Instant at, LocalDate today, @Nullable StaffId by) {

    private static final ZoneId COMPANY_ZONE = ZoneId.of("Asia/Shanghai");

    static Moment of(Instant at, @Nullable StaffId by) {
        return new Moment(at, dayOf(at), by);
    }

    static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, COMPANY_ZONE);
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(COMPANY_ZONE).toInstant();
    }

}
