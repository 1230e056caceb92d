package io.cesm.domain.people;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Who does something, with what rights, on which customers, and from where.
 *
 * @param staff the member of staff, null for a customer or the system itself
 * @param channel how they came in: page, api, import, token, job
 * @param address network address they came from, if any
 */
public record Actor(Kind kind, @Nullable StaffId staff, String name, Set<Role> roles, Set<Right> rights, Scope scope,
        String channel, @Nullable String address) {

    /** What sort of actor it is. */
    public enum Kind {

        STAFF, CUSTOMER, SYSTEM

    }

    /** The program itself, for jobs and set-up: sees and may do everything. */
    public static Actor system(String name) {
        return new Actor(Kind.SYSTEM, null, name, Set.of(), EnumSet.allOf(Right.class), Scope.all(), "job", null);
    }

    public static Actor staff(StaffId id, String name, Set<Role> roles, Scope scope, String channel,
            @Nullable String address) {
        return new Actor(Kind.STAFF, id, name, roles, Right.of(roles), scope, channel, address);
    }

    /** A customer's contact who came in by a token link. */
    public static Actor customer(String name, @Nullable String address) {
        return new Actor(Kind.CUSTOMER, null, name, Set.of(), Set.of(), Scope.none(), "token", address);
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    public void requireMay(Right right) {
        if (!may(right)) {
            throw new NotAllowed(right);
        }
    }

    /** The member of staff; only for doors that staff alone can reach. */
    public StaffId requireStaff() {
        if (staff == null) {
            throw new NotAllowed(Right.VIEW);
        }
        return staff;
    }

}
