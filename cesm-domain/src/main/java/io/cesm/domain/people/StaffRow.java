package io.cesm.domain.people;

import java.util.Locale;
import java.util.SortedSet;

import org.jspecify.annotations.Nullable;

/** A member of staff as lists and pages show them. */
public record StaffRow(StaffId id, String login, Person person, UnitId unit, String unitName,
        @Nullable String unitNameEn, SortedSet<Role> roles, StaffStatus status, boolean demo, long version) {

    public String name() {
        return person.name();
    }

    /** The name of their unit in the language of a reader. */
    public String unitIn(Locale locale) {
        return unitNameEn == null || locale.getLanguage().equals("zh") ? unitName : unitNameEn;
    }

    public boolean active() {
        return status == StaffStatus.ACTIVE;
    }

}
