package io.cesm.satisfaction.fielding;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

import io.cesm.domain.time.CompanyTime;

/**
 * When mails may go out under a guard: the next moment that is neither night nor holiday.
 */
final class SendTimes {

    private static final int FAR = 370;

    private SendTimes() {
    }

    static boolean allows(Guard guard, Instant at) {
        return next(guard, at).equals(at);
    }

    /** This moment if it is allowed, else the next that is. */
    static Instant next(Guard guard, Instant at) {
        var now = ZonedDateTime.ofInstant(at, CompanyTime.ZONE);
        var day = now.toLocalDate();
        if (isWorking(guard, day)) {
            if (now.toLocalTime().isBefore(guard.from())) {
                return day.atTime(guard.from()).atZone(CompanyTime.ZONE).toInstant();
            }
            if (now.toLocalTime().isBefore(guard.to())) {
                return at;
            }
        }
        for (int i = 0; i < FAR; i++) {
            day = day.plusDays(1);
            if (isWorking(guard, day)) {
                return day.atTime(guard.from()).atZone(CompanyTime.ZONE).toInstant();
            }
        }
        return day.atTime(guard.from()).atZone(CompanyTime.ZONE).toInstant();
    }

    private static boolean isWorking(Guard guard, LocalDate day) {
        if (guard.holidays().contains(day)) {
            return false;
        }
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend || guard.weekends() || guard.workdays().contains(day);
    }

}
