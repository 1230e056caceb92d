package io.cesm.domain.people;

import java.util.Set;

/**
 * Somebody to take on.
 *
 * @param login what they call themselves at the sign-in
 * @param demo whether they belong to the demo company
 */
public record HireStaff(String login, Person person, UnitId unit, Set<Role> roles, boolean demo) {

    public static HireStaff of(String login, Person person, UnitId unit, Set<Role> roles) {
        return new HireStaff(login, person, unit, roles, false);
    }

}
