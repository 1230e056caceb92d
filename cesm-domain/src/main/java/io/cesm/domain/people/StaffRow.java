package io.cesm.domain.people;

import java.util.SortedSet;

/** A member of staff as lists and pages show them. */
public record StaffRow(StaffId id, String login, Person person, UnitId unit, String unitName, SortedSet<Role> roles,
        StaffStatus status, boolean demo, long version) {

    public String name() {
        return person.name();
    }

    public boolean active() {
        return status == StaffStatus.ACTIVE;
    }

}
