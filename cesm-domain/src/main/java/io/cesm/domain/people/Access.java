package io.cesm.domain.people;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the sign-in has to know of a member of staff: who they are, what they may do and
 * what they see now.
 *
 * @param language language of the pages, null for that of the browser
 */
public record Access(StaffId staff, String login, String name, @Nullable String nameEn, @Nullable String language,
        String timeZone, boolean active, UnitId unit, Set<Role> roles, Scope scope) {

    public Set<Right> rights() {
        return active ? Right.of(roles) : EnumSet.noneOf(Right.class);
    }

    /** The member of staff as the one who acts. */
    public Actor actor(String channel, @Nullable String address) {
        return Actor.staff(staff, name, roles, scope, channel, address);
    }

}
