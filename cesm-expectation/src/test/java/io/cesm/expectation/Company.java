package io.cesm.expectation;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.Scope;
import io.cesm.domain.people.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A small company with customers, people and teams, for tests. */
@Component
class Company {

    private final JdbcClient jdbc;

    Company(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID unit(String name) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into org_unit (id, kind, name, path, valid_from, version) values (?, 'OFFICE', ?, ?, ?, 0)")
            .params(id, name, "/" + id, LocalDate.of(2020, 1, 1))
            .update();
        return id;
    }

    StaffId staff(UUID unit, String name) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into staff (id, login, name, unit_id, status, created_at, version)"
                + " values (?, ?, ?, ?, 'ACTIVE', now(), 0)")
            .params(id, id.toString(), name, unit)
            .update();
        return new StaffId(id);
    }

    CustomerId customer(UUID unit, String name, int tier) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into customer (id, number, kind, status, unit_id, name, name_key, tier, search, created_at,"
                + " updated_at, version) values (?, ?, 'COMPANY', 'CUSTOMER', ?, ?, ?, ?, '', now(), now(), 0)")
            .params(id, "K-" + id, unit, name, name, tier)
            .update();
        return new CustomerId(id);
    }

    ContactId contact(CustomerId customer, String name) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into contact (id, customer_id, kind, name, name_key, search, created_at, updated_at, version)"
                + " values (?, ?, 'CUSTOMER', ?, ?, '', now(), now(), 0)")
            .params(id, customer.id(), name, name)
            .update();
        return new ContactId(id);
    }

    void looksAfter(StaffId staff, CustomerId customer, Role role) {
        jdbc.sql("insert into account_team (id, customer_id, staff_id, role, valid_from) values (?, ?, ?, ?, ?)")
            .params(UUID.randomUUID(), customer.id(), staff.id(), role.name(), LocalDate.of(2020, 1, 1))
            .update();
    }

    static Actor actor(StaffId staff, Role role) {
        var everywhere = role == Role.OFFICE || role == Role.ADMIN;
        return Actor.staff(staff, "测试", Set.of(role), everywhere ? Scope.all() : Scope.team(Set.of(staff)), "page",
                null);
    }

}
