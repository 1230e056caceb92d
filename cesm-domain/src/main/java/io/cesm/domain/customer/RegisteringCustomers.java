package io.cesm.domain.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.Role;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers are registered, revised and put into tiers. */
@Service
@Transactional
public class RegisteringCustomers {

    private final Customers customers;

    private final CustomerDesk desk;

    private final CustomerTree tree;

    private final RecordNumbers numbers;

    private final Timeline timeline;

    private final Clock clock;

    RegisteringCustomers(Customers customers, CustomerDesk desk, CustomerTree tree, RecordNumbers numbers,
            Timeline timeline, Clock clock) {
        this.customers = customers;
        this.desk = desk;
        this.tree = tree;
        this.numbers = numbers;
        this.timeline = timeline;
        this.clock = clock;
    }

    public CustomerId register(CustomerDetails details) {
        return register(details, null, false);
    }

    /**
     * Registers a customer. Who sees only the customers of their teams joins the team of
     * the new one.
     * @param tiering its tier, if it is known
     * @param demo whether it belongs to the demo company
     */
    public CustomerId register(CustomerDetails details, @Nullable Tiering tiering, boolean demo) {
        var actor = desk.actor();
        actor.requireMay(Right.CUSTOMER_EDIT);
        desk.requireUnit(details.unit());
        var at = clock.instant();
        var customer = Customer.register(numbers.next("CU"), details, demo, at);
        tree.requirePlace(customer.id(), details, null);
        desk.requireFreeKey("customer", details.externalKey(), customer.id().id());
        if (tiering != null) {
            customer.place(tiering, today(at), at);
        }
        var staff = actor.staff();
        if (staff != null && !actor.scope().everything()) {
            actor.roles()
                .stream()
                .filter(Assignment.PLACES::contains)
                .min(Role::compareTo)
                .ifPresent(role -> customer.assign(new Assignment(staff, role, false, today(at), null), at));
        }
        customers.saveAndFlush(customer);
        if (!desk.isInReach(customer.id())) {
            throw new FieldRefusal("unit", "customer.out_of_reach");
        }
        timeline.record(changes(Change.of(CustomerDesk.subject(customer), "REGISTERED"), null, details));
        return customer.id();
    }

    /**
     * Revises what is known of a customer.
     * @param seen the version the person saw, null for programs that do not care
     * @param keepOldName whether it shall still be found by the name it had
     */
    public void revise(CustomerId id, CustomerDetails details, boolean keepOldName, @Nullable Long seen) {
        var customer = desk.open(id, seen);
        desk.requireUnit(details.unit());
        tree.requirePlace(id, details, customer.parent());
        desk.requireFreeKey("customer", details.externalKey(), id.id());
        var before = customer.details();
        customer.revise(details, keepOldName, clock.instant());
        customers.saveAndFlush(customer);
        if (!desk.isInReach(id)) {
            throw new FieldRefusal("unit", "customer.out_of_reach");
        }
        var change = changes(Change.of(CustomerDesk.subject(customer), "REVISED"), before, details);
        if (!change.isEmpty()) {
            timeline.record(change);
        }
    }

    public void place(CustomerId id, Tiering tiering, @Nullable Long seen) {
        var customer = desk.open(id, seen);
        var before = customer.tier();
        var at = clock.instant();
        customer.place(tiering, today(at), at);
        customers.saveAndFlush(customer);
        timeline.record(Change.of(CustomerDesk.subject(customer), "TIERED")
            .with("tier", before, tiering.tier())
            .with("valueBasis", null, tiering.valueBasis())
            .with("annualValue", null,
                    tiering.annualValue() == null ? null
                            : tiering.annualValue().toPlainString() + " " + tiering.currency())
            .with("from", null, tiering.from()));
    }

    private Change changes(Change change, @Nullable CustomerDetails before, CustomerDetails after) {
        var was = before;
        var all = change.with("name", was == null ? null : was.name(), after.name())
            .with("nameEn", was == null ? null : was.nameEn(), after.nameEn())
            .with("kind", was == null ? null : was.kind(), after.kind())
            .with("status", was == null ? null : was.status(), after.status())
            .with("industry", was == null ? null : was.industry(), after.industry())
            .with("address", was == null ? null : was.address(), after.address())
            .with("website", was == null ? null : was.website(), after.website())
            .with("note", was == null ? null : was.note(), after.note())
            .with("externalKey", was == null ? null : was.externalKey(), after.externalKey());
        var parentBefore = was == null ? null : was.parent();
        if (!Objects.equals(parentBefore, after.parent())) {
            all = all.with("parent", desk.nameOf("customer", parentBefore == null ? null : parentBefore.id()),
                    desk.nameOf("customer", after.parent() == null ? null : after.parent().id()));
        }
        var unitBefore = was == null ? null : was.unit();
        if (!Objects.equals(unitBefore, after.unit())) {
            all = all.with("unit", desk.nameOf("org_unit", unitBefore == null ? null : unitBefore.id()),
                    desk.nameOf("org_unit", after.unit() == null ? null : after.unit().id()));
        }
        return all;
    }

    static LocalDate today(Instant at) {
        return CompanyTime.dayOf(at);
    }

}
