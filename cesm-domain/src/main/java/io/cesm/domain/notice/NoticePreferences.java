package io.cesm.domain.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Predicate;

import io.cesm.domain.kernel.FieldRefusal;

/**
 * How somebody wants to hear of notices by mail; inside the application they always do.
 *
 * @param digestHour hour of the day at which a digest comes, on working days
 * @param quietFrom hour at which quiet begins
 * @param quietTo hour at which it ends; the same hour means that it is never quiet
 * @param disturb whether escalations come through in quiet hours and on days off
 */
public record NoticePreferences(Way escalation, Way handOver, Way other, int digestHour, int quietFrom, int quietTo,
        boolean disturb) {

    /** For those who said nothing. */
    public static final NoticePreferences USUAL = new NoticePreferences(Way.AT_ONCE, Way.AT_ONCE, Way.DIGEST, 8, 21, 7,
            false);

    public NoticePreferences {
        hour(digestHour, "digestHour");
        hour(quietFrom, "quietFrom");
        hour(quietTo, "quietTo");
    }

    private static void hour(int hour, String field) {
        if (hour < 0 || hour > 23) {
            throw new FieldRefusal(field, "number.range", 0, 23);
        }
    }

    /** When a mail comes. */
    public enum Way {

        AT_ONCE, DIGEST, NONE

    }

    Way way(NoticeGroup group) {
        return switch (group) {
            case ESCALATION -> escalation;
            case HAND_OVER -> handOver;
            case OTHER -> other;
        };
    }

    /** When a mail about a notice may go out. */
    Instant due(NoticeGroup group, Instant now, ZoneId zone, Predicate<ZonedDateTime> isWorkingDay) {
        var here = now.atZone(zone);
        if (way(group) == Way.DIGEST) {
            return firstAt(digestHour, here, isWorkingDay);
        }
        if (!isQuiet(here) && isWorkingDay.test(here) || (disturb && group == NoticeGroup.ESCALATION)) {
            return now;
        }
        return isQuiet(here) || !isWorkingDay.test(here) ? firstAt(quietTo, here, isWorkingDay) : now;
    }

    private boolean isQuiet(ZonedDateTime at) {
        var hour = at.getHour();
        return quietFrom <= quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo;
    }

    private static Instant firstAt(int hour, ZonedDateTime after, Predicate<ZonedDateTime> isWorkingDay) {
        var at = after.with(LocalTime.of(hour, 0));
        for (int days = 0; days < 60 && (!at.isAfter(after) || !isWorkingDay.test(at)); days++) {
            at = at.plusDays(1);
        }
        return at.toInstant();
    }

}
