package io.cesm.domain.people;

/** Somebody may no longer work with CESM. */
public record StaffDisabled(StaffId staff) {
}
