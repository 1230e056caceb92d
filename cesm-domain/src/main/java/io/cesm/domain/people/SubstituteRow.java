package io.cesm.domain.people;

import java.time.LocalDate;
import java.util.UUID;

/** Somebody who stands in for another, with the days. */
public record SubstituteRow(UUID id, StaffId absent, String absentName, StaffId present, String presentName,
        LocalDate from, LocalDate to) {
}
