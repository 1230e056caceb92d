package io.cesm.domain.customer;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.Scope;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Units, staff and actors for tests around customers. */
public final class CustomerFixture {

    private CustomerFixture() {
    }

    public static UnitId unit(JdbcClient sql, String name) {
        var id = UnitId.next();
        sql.sql("insert into org_unit (id, kind, name, path, valid_from, version)"
                + " values (?, 'REGION', ?, ?, '2020-01-01', 0)")
            .params(id.id(), name, "/" + id)
            .update();
        return id;
    }

    public static StaffId staff(JdbcClient sql, UnitId unit, String name, Role... roles) {
        var id = StaffId.next();
        sql.sql("insert into staff (id, login, name, unit_id, status, created_at, version)"
                + " values (?, ?, ?, ?, 'ACTIVE', now(), 0)")
            .params(id.id(), name.toLowerCase() + UUID.randomUUID(), name, unit.id())
            .update();
        Arrays.stream(roles)
            .forEach(role -> sql.sql("insert into staff_role values (?, ?)").params(id.id(), role.name()).update());
        return id;
    }

    /** One who sees only the customers of their own teams. */
    public static Actor teamMember(StaffId staff, Role role) {
        return Actor.staff(staff, "Team " + role, EnumSet.of(role), Scope.team(Set.of(staff)), "page", null);
    }

    /** One of the office, who sees all. */
    public static Actor office() {
        return new Actor(Actor.Kind.SYSTEM, null, "Office", EnumSet.of(Role.OFFICE),
                io.cesm.domain.people.Right.of(EnumSet.of(Role.OFFICE)), Scope.all(), "page", null);
    }

    public static String unique(String name) {
        return name + UUID.randomUUID().toString().substring(0, 8);
    }

    static <T> T asOffice(java.util.function.Supplier<T> work) {
        return Acting.as(office(), work);
    }

}
