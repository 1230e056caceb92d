package io.cesm.domain.customer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The account teams: who takes which place, from when, and who backs them up. */
@Service
@Transactional
public class StaffingAccounts {

    private final Customers customers;

    private final CustomerDesk desk;

    private final Timeline timeline;

    private final Clock clock;

    StaffingAccounts(Customers customers, CustomerDesk desk, Timeline timeline, Clock clock) {
        this.customers = customers;
        this.desk = desk;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Puts somebody into the team; who held the same place until now leaves it the day
     * before.
     */
    public UUID assign(CustomerId id, Assignment wish, @Nullable Long seen) {
        var customer = desk.open(id, seen);
        desk.requireStaff(wish.staff());
        var member = customer.assign(wish, clock.instant());
        customers.saveAndFlush(customer);
        timeline.record(Change.of(CustomerDesk.subject(customer), "STAFFED")
            .with(wish.backup() ? "backup" : "member", null,
                    wish.role() + " " + desk.nameOf("staff", wish.staff().id()))
            .with("from", null, wish.from())
            .with("to", null, wish.to()));
        return member;
    }

    /** Ends somebody's time in the team; one that has not begun by then is taken back. */
    public void release(CustomerId id, UUID member, LocalDate last, @Nullable Long seen) {
        var customer = desk.open(id, seen);
        var left = customer.release(member, last, clock.instant());
        customers.saveAndFlush(customer);
        timeline.record(Change.of(CustomerDesk.subject(customer), "RELEASED")
            .with(left.isBackup() ? "backup" : "member", left.role() + " " + desk.nameOf("staff", left.staff().id()),
                    null)
            .with("to", null, last));
    }

}
