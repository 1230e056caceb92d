package io.cesm.domain.customer;

import java.util.UUID;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.ActiveStaff;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.timeline.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens records for change: right, reach and version are looked at here. */
@Component
class CustomerDesk {

    private final Customers customers;

    private final Contacts contacts;

    private final JdbcClient jdbc;

    private final CurrentActor current;

    CustomerDesk(Customers customers, Contacts contacts, JdbcClient jdbc, CurrentActor current) {
        this.customers = customers;
        this.contacts = contacts;
        this.jdbc = jdbc;
        this.current = current;
    }

    Actor actor() {
        return current.actor();
    }

    Customer open(CustomerId id, @Nullable Long seen) {
        actor().requireMay(Right.CUSTOMER_EDIT);
        return fetch(id, seen);
    }

    Customer fetch(CustomerId id, @Nullable Long seen) {
        requireInReach(id);
        var customer = customers.findById(id).orElseThrow(UnknownThing::new);
        customer.requireVersion(seen);
        return customer;
    }

    Contact open(ContactId id, @Nullable Long seen) {
        actor().requireMay(Right.CUSTOMER_EDIT);
        return fetch(id, seen);
    }

    Contact fetch(ContactId id, @Nullable Long seen) {
        var contact = contacts.findById(id).orElseThrow(UnknownThing::new);
        requireInReach(contact.customer());
        contact.requireVersion(seen);
        return contact;
    }

    void requireInReach(CustomerId id) {
        if (!isInReach(id)) {
            throw new UnknownThing();
        }
    }

    boolean isInReach(CustomerId id) {
        var scope = actor().scope();
        return jdbc.sql("select exists (select from customer c where c.id = :id and " + scope.sql("c.id") + ")")
            .param("id", id.id())
            .params(scope.params())
            .query(Boolean.class)
            .single();
    }

    void requireUnit(@Nullable UnitId unit) {
        if (unit != null && !exists("select from org_unit where id = :id", unit.id())) {
            throw new FieldRefusal("unit", "unit.unknown");
        }
    }

    void requireStaff(StaffId staff) {
        if (!ActiveStaff.is(jdbc, staff)) {
            throw new FieldRefusal("staff", "staff.unknown");
        }
    }

    void requireFreeKey(String table, @Nullable String key, UUID own) {
        if (key == null) {
            return;
        }
        boolean taken = jdbc.sql("select exists (select from " + table + " where external_key = :key and id <> :own)")
            .param("key", key)
            .param("own", own)
            .query(Boolean.class)
            .single();
        if (taken) {
            throw new FieldRefusal("externalKey", "external_key.taken");
        }
    }

    private boolean exists(String select, UUID id) {
        return jdbc.sql("select exists (" + select + ")").param("id", id).query(Boolean.class).single();
    }

    @Nullable String nameOf(String table, @Nullable UUID id) {
        return id == null ? null
                : jdbc.sql("select name from " + table + " where id = :id")
                    .param("id", id)
                    .query(String.class)
                    .optional()
                    .orElse(null);
    }

    static Subject subject(Customer customer) {
        return new Subject("CUSTOMER", customer.id().id(), customer.name(), customer.id().id());
    }

    static Subject subject(Contact contact) {
        return new Subject("CONTACT", contact.id().id(), contact.name(), contact.customer().id());
    }

}
