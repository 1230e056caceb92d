package io.cesm.satisfaction.followup;

import java.time.Duration;
import java.time.Instant;

import io.cesm.domain.calendar.CalendarBook;
import org.springframework.stereotype.Component;

/**
 * Until when a customer should have been spoken to: working hours of the company's
 * calendar, holidays and working weekends included; mere hours if that calendar was taken
 * away.
 */
@Component
class DueTimes {

    private static final String COMPANY = "cn";

    private final CalendarBook calendars;

    DueTimes(CalendarBook calendars) {
        this.calendars = calendars;
    }

    Instant after(Instant from, int hours) {
        var amount = Duration.ofHours(hours);
        return calendars.find(COMPANY)
            .map(it -> calendars.time(it).add(from, amount))
            .orElseGet(() -> from.plus(amount));
    }

}
