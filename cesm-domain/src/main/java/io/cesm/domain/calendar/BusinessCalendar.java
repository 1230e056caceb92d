package io.cesm.domain.calendar;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A calendar by which due times are counted, as one of its versions says it.
 *
 * @param code what policies and programs call it
 * @param version number of the version, counted from 1
 */
public record BusinessCalendar(CalendarId id, String code, String name, @Nullable String nameEn, int version,
        CalendarDefinition definition) {

    public String name(Locale language) {
        return nameEn == null || language.getLanguage().equals("zh") ? name : nameEn;
    }

}
