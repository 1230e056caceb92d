package io.cesm.domain.customer;

import java.time.Clock;
import java.util.UUID;

import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a customer has from us and from others: products, contracts, machines,
 * competitors.
 */
@Service
@Transactional
public class NotingMarket {

    private final Customers customers;

    private final CustomerDesk desk;

    private final Timeline timeline;

    private final Clock clock;

    NotingMarket(Customers customers, CustomerDesk desk, Timeline timeline, Clock clock) {
        this.customers = customers;
        this.desk = desk;
        this.timeline = timeline;
        this.clock = clock;
    }

    public UUID add(CustomerId id, CompetitorFacts facts, @Nullable Long seen) {
        var customer = desk.open(id, seen);
        var competitor = customer.add(facts, clock.instant());
        record(customer, changes("COMPETITOR_ADDED", customer, null, facts));
        return competitor;
    }

    public void revise(CustomerId id, UUID competitor, CompetitorFacts facts, @Nullable Long seen) {
        var customer = desk.open(id, seen);
        var before = customer.revise(competitor, facts, clock.instant());
        record(customer, changes("COMPETITOR_REVISED", customer, before, facts));
    }

    public void dropCompetitor(CustomerId id, UUID competitor, @Nullable Long seen) {
        var customer = desk.open(id, seen);
        var before = customer.dropCompetitor(competitor, clock.instant());
        record(customer, changes("COMPETITOR_DROPPED", customer, before, null));
    }

    public UUID add(CustomerId id, ReferenceFacts facts, @Nullable Long seen) {
        var customer = desk.open(id, seen);
        var reference = customer.add(facts, clock.instant());
        record(customer, changes("REFERENCE_ADDED", customer, null, facts));
        return reference;
    }

    public void revise(CustomerId id, UUID reference, ReferenceFacts facts, @Nullable Long seen) {
        var customer = desk.open(id, seen);
        var before = customer.revise(reference, facts, clock.instant());
        record(customer, changes("REFERENCE_REVISED", customer, before, facts));
    }

    public void dropReference(CustomerId id, UUID reference, @Nullable Long seen) {
        var customer = desk.open(id, seen);
        var before = customer.dropReference(reference, clock.instant());
        record(customer, changes("REFERENCE_DROPPED", customer, before, null));
    }

    private void record(Customer customer, Change change) {
        customers.saveAndFlush(customer);
        timeline.record(change);
    }

    private static Change changes(String action, Customer customer, @Nullable CompetitorFacts was,
            @Nullable CompetitorFacts is) {
        return Change.of(CustomerDesk.subject(customer), action)
            .with("competitor", was == null ? null : was.name(), is == null ? null : is.name())
            .with("product", was == null ? null : was.product(), is == null ? null : is.product())
            .with("sharePercent", was == null ? null : was.sharePercent(), is == null ? null : is.sharePercent())
            .with("asOf", was == null ? null : was.asOf(), is == null ? null : is.asOf())
            .with("note", was == null ? null : was.note(), is == null ? null : is.note());
    }

    private static Change changes(String action, Customer customer, @Nullable ReferenceFacts was,
            @Nullable ReferenceFacts is) {
        return Change.of(CustomerDesk.subject(customer), action)
            .with("reference", was == null ? null : was.name(), is == null ? null : is.name())
            .with("code", was == null ? null : was.code(), is == null ? null : is.code())
            .with("quantity", was == null ? null : was.quantity(), is == null ? null : is.quantity())
            .with("from", was == null ? null : was.validFrom(), is == null ? null : is.validFrom())
            .with("to", was == null ? null : was.validTo(), is == null ? null : is.validTo())
            .with("note", was == null ? null : was.note(), is == null ? null : is.note());
    }

}
