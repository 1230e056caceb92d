package io.cesm.domain.people;

import java.util.Set;

/** Somebody has other roles than before. */
public record StaffRolesChanged(StaffId staff, Set<Role> roles) {
}
