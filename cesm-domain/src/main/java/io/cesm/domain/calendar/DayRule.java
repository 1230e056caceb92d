package io.cesm.domain.calendar;

import java.time.LocalDate;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A day that is not like its weekday.
 *
 * @param hours hours of its own; a working weekend without any works like an ordinary
 * working day
 */
public record DayRule(LocalDate date, DayKind kind, @Nullable WorkingHours hours, String name, String nameEn) {

    static final int FIRST_YEAR = 2000;

    static final int LAST_YEAR = 2099;

    public DayRule {
        if (date == null || date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new FieldRefusal("date", "calendar.date", FIRST_YEAR, LAST_YEAR);
        }
        if (kind == null) {
            throw new FieldRefusal("kind", "text.required");
        }
        name = Texts.required(name, 60, "name");
        var english = Texts.optional(nameEn, 60, "nameEn");
        nameEn = english == null ? name : english;
        hours = kind == DayKind.HOLIDAY || (hours != null && hours.isOff()) ? null : hours;
        if (kind == DayKind.SPECIAL && hours == null) {
            throw new FieldRefusal("hours", "calendar.special.hours");
        }
    }

}
