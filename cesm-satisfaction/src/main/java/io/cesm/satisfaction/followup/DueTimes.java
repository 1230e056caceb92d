package io.cesm.satisfaction.followup;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;

import io.cesm.domain.time.CompanyTime;
import org.springframework.stereotype.Component;

/**
 * Until when a customer should have been spoken to: working hours counted in whole days
 * of eight, due at the end of the last one; Saturdays and Sundays do not count.
 */
@Component
class DueTimes {

    private static final int HOURS_A_DAY = 8;

    private static final LocalTime EVENING = LocalTime.of(18, 0);

    Instant after(Instant from, int hours) {
        var day = CompanyTime.dayOf(from);
        for (int left = (hours + HOURS_A_DAY - 1) / HOURS_A_DAY; left > 0;) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day.atTime(EVENING).atZone(CompanyTime.ZONE).toInstant();
    }

}
