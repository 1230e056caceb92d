package io.cesm.domain.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days of the company: a day begins and ends where the company has its seat, whoever
 * asks from wherever.
 */
public final class CompanyTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private CompanyTime() {
    }

    public static LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }

    public static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

}
