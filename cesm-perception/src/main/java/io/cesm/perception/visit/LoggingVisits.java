package io.cesm.perception.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import io.cesm.domain.customer.ContactFile;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerBook;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Logging that somebody of us was at a customer's; the rhythm of visits begins anew. */
@Service
@Transactional
public class LoggingVisits {

    private static final int YEARS_BACK = 5;

    private final CustomerBook customers;

    private final ContactFile contacts;

    private final StaffBook staff;

    private final CurrentActor current;

    private final Timeline timeline;

    private final ApplicationEventPublisher facts;

    private final JdbcClient jdbc;

    private final Clock clock;

    LoggingVisits(CustomerBook customers, ContactFile contacts, StaffBook staff, CurrentActor current,
            Timeline timeline, ApplicationEventPublisher facts, JdbcClient jdbc, Clock clock) {
        this.customers = customers;
        this.contacts = contacts;
        this.staff = staff;
        this.current = current;
        this.timeline = timeline;
        this.facts = facts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public UUID log(CustomerId id, LogVisit wish) {
        current.actor().requireMay(Right.CUSTOMER_EDIT);
        var customer = customers.require(id);
        var on = day(wish.on());
        var who = staff.require(wish.staff() == null ? current.actor().requireStaff() : wish.staff());
        requireOfCustomer(id, wish.contact());
        var words = Texts.optional(wish.words(), 1000, "words");
        var visit = Uuid7.next();
        var by = current.actor().staff();
        jdbc.sql(
                """
                        insert into customer_visit (id, customer_id, contact_id, staff_id, visited_on, words, noted_at, noted_by)
                        values (:id, :customer, :contact, :staff, :on, :words, :now, :by)""")
            .param("id", visit)
            .param("customer", id.id())
            .param("contact", wish.contact() == null ? null : wish.contact().id())
            .param("staff", who.id().id())
            .param("on", on)
            .param("words", words)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("by", by == null ? null : by.id())
            .update();
        timeline.record(Change.of(new Subject("CUSTOMER", id.id(), customer.name(), id.id()), "VISITED")
            .note(on + " · " + who.name() + (words == null ? "" : " · " + words)));
        facts.publishEvent(new CustomerVisited(visit, id, wish.contact(), on));
        return visit;
    }

    private LocalDate day(@Nullable LocalDate on) {
        var today = CompanyTime.today(clock);
        if (on == null) {
            throw new FieldRefusal("on", "text.required");
        }
        if (on.isAfter(today) || on.isBefore(today.minusYears(YEARS_BACK))) {
            throw new FieldRefusal("on", "visit.day", YEARS_BACK);
        }
        return on;
    }

    private void requireOfCustomer(CustomerId customer, @Nullable ContactId contact) {
        if (contact != null && !contacts.head(contact).customer().equals(customer)) {
            throw new FieldRefusal("contact", "visit.contact");
        }
    }

}
