package io.cesm.domain.level;

import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.Scope;
import io.cesm.domain.people.UnitId;

/** Customers in units for the tests of the ledger, and people who look at them. */
final class LevelWorld {

    private final JdbcClient jdbc;

    LevelWorld(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UnitId unit(String name) {
        var id = Uuid7.next();
        jdbc.sql("insert into org_unit (id, kind, name, path, valid_from, version)"
                + " values (?, 'REGION', ?, ?, date '2020-01-01', 0)")
            .params(id, name, "/" + id + "/")
            .update();
        return new UnitId(id);
    }

    CustomerId customer(String name, @Nullable UnitId unit, @Nullable CustomerId parent) {
        var id = Uuid7.next();
        jdbc.sql("""
                insert into customer (id, number, kind, status, parent_id, unit_id, name, name_key, tier, search,
                                      created_at, updated_at, version)
                values (?, ?, ?, 'CUSTOMER', cast(? as uuid), cast(? as uuid), ?, ?, 1, ''::tsvector, now(), now(), 0)
                """)
            .params(id, "K-" + id, (parent != null) ? "COMPANY" : "GROUP", (parent != null) ? parent.id() : null,
                    (unit != null) ? unit.id() : null, name, name)
            .update();
        return new CustomerId(id);
    }

    static <T> T office(Supplier<T> work) {
        return Acting.as(Actor.system("test"), work);
    }

    static <T> T managerOf(UnitId unit, Supplier<T> work) {
        var roles = Set.of(Role.MANAGER);
        var manager = new Actor(Actor.Kind.STAFF, null, "经理", roles, Right.of(roles), Scope.units(Set.of(unit)), "page",
                null);
        return Acting.as(manager, work);
    }

}
