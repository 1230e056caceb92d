package io.cesm.domain.calendar;

import java.util.UUID;

/** Identifies one calendar through all its versions. */
public record CalendarId(UUID id) {

    @Override
    public String toString() {
        return id.toString();
    }

}
