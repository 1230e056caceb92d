package io.cesm.web.expectation;

import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import io.cesm.web.support.People;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer with a contact, and those of us who look after it or do not. */
@TestComponent
class Account {

    private final JdbcClient jdbc;

    private final People people;

    Account(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** A customer, its contact, its CSR and AR, and a CSR of another team. */
    record World(CustomerId customer, ContactId contact, StaffId csr, StaffId ar, StaffId stranger, UnitId unit) {
    }

    World open(String name) {
        var unit = people.company();
        var csr = people.hire(unit, Role.CSR);
        var ar = people.hire(unit, Role.AR);
        var stranger = people.hire(unit, Role.CSR);
        var customer = customer(unit, name);
        var contact = contact(customer, "林总");
        joins(customer, csr, Role.CSR);
        joins(customer, ar, Role.AR);
        return new World(customer, contact, csr, ar, stranger, unit);
    }

    CustomerId customer(UnitId unit, String name) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into customer (id, number, kind, status, unit_id, name, name_key, tier, search, created_at,"
                + " updated_at, version) values (?, ?, 'COMPANY', 'CUSTOMER', ?, ?, ?, 3, '', now(), now(), 0)")
            .params(id, "K-" + id, unit.id(), name, name)
            .update();
        return new CustomerId(id);
    }

    ContactId contact(CustomerId customer, String name) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into contact (id, customer_id, kind, name, name_key, language, search, created_at, updated_at,"
                + " version) values (?, ?, 'CUSTOMER', ?, ?, 'zh', '', now(), now(), 0)")
            .params(id, customer.id(), name, name)
            .update();
        return new ContactId(id);
    }

    private void joins(CustomerId customer, StaffId staff, Role role) {
        jdbc.sql("insert into account_team (id, customer_id, staff_id, role, valid_from) values (?, ?, ?, ?, ?)")
            .params(UUID.randomUUID(), customer.id(), staff.id(), role.name(), LocalDate.of(2020, 1, 1))
            .update();
    }

}
