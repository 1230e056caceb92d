package io.cesm.domain.customer;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * The wish to put somebody into a customer's account team.
 *
 * @param backup whether they stand in for the first holder of the role
 * @param to last day, if it is known
 */
public record Assignment(StaffId staff, Role role, boolean backup, LocalDate from, @Nullable LocalDate to) {

    /** The places of an account team, in the order in which they are shown. */
    public static final Set<Role> PLACES = EnumSet.of(Role.AR, Role.SR, Role.FR, Role.CSR);

    public Assignment {
        if (!PLACES.contains(role)) {
            throw new FieldRefusal("role", "team.role");
        }
        if (to != null && to.isBefore(from)) {
            throw new FieldRefusal("to", "period.ends_before_it_begins");
        }
    }

}
