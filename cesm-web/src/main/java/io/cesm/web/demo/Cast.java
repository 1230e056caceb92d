package io.cesm.web.demo;

import java.util.Map;
import java.util.Set;

import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.Scope;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;

/** Who works at the demo company, by login, and its units, by key. */
record Cast(Map<String, UnitId> units, Map<String, Member> members) {

    /** Somebody of the demo company. */
    record Member(StaffId id, String name, Set<Role> roles) {

        Actor actor() {
            return Actor.staff(id, name, roles, Scope.all(), "page", null);
        }

    }

    UnitId unit(String key) {
        return find(units, key);
    }

    Member member(String login) {
        return find(members, login);
    }

    private static <T> T find(Map<String, T> all, String key) {
        var found = all.get(key);
        if (found == null) {
            throw new IllegalStateException("The demo company knows no " + key);
        }
        return found;
    }

}
