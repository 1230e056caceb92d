package io.cesm.domain.complaint;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What complaints have to know of customers, their people and ours. */
@Component("complaintAccount")
class Account {

    private static final int DAYS_OF_RECURRENCE = 90;

    private final JdbcClient jdbc;

    private final CurrentActor current;

    Account(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** Makes sure that the one who acts sees this customer. */
    void requireCustomer(CustomerId customer) {
        var scope = current.actor().scope();
        jdbc.sql("select 1 from customer c where c.id = :id and c.status <> 'MERGED' and " + scope.sql("c.id"))
            .param("id", customer.id())
            .params(scope.params())
            .query(Integer.class)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** Makes sure that a person belongs to this customer. */
    void requireContact(CustomerId customer, @Nullable ContactId contact) {
        if (contact != null) {
            jdbc.sql("select 1 from contact where id = :contact and customer_id = :customer")
                .param("contact", contact.id())
                .param("customer", customer.id())
                .query(Integer.class)
                .optional()
                .orElseThrow(UnknownThing::new);
        }
    }

    /** Makes sure that somebody works here. */
    void requireStaff(@Nullable StaffId staff) {
        if (staff != null) {
            jdbc.sql("select 1 from staff where id = :staff and status = 'ACTIVE'")
                .param("staff", staff.id())
                .query(Integer.class)
                .optional()
                .orElseThrow(UnknownThing::new);
        }
    }

    /** A dimension may be chosen while it is in use, and kept for ever. */
    void requireDimension(@Nullable String code, @Nullable String before) {
        if (code != null && !code.equals(before)) {
            jdbc.sql("select 1 from dimension where code = :code and active")
                .param("code", code)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new FieldRefusal("dimension", "choice.unknown"));
        }
    }

    /** What a grade is worked out from, as the records know it. */
    GradeFactors factors(CustomerId customer, ContactId contact, @Nullable String dimension, @Nullable UUID itself,
            int impact, int urgency, boolean publicity, Moment now) {
        return jdbc
            .sql("""
                    select c.tier, k.decision_role = 'DECISION_MAKER' as decider,
                           (select count(*) from complaint p
                             where p.customer_id = c.id and p.kind = 'COMPLAINT' and p.state <> 'MERGED'
                               and p.dimension_code = cast(:dimension as text)
                               and p.received_at >= :since and p.received_at < :now and p.id is distinct from cast(:itself as uuid)) as earlier
                      from customer c join contact k on k.id = :contact where c.id = :customer""")
            .param("dimension", dimension)
            .param("since", now.at().minus(Duration.ofDays(DAYS_OF_RECURRENCE)).atOffset(ZoneOffset.UTC))
            .param("now", now.at().atOffset(ZoneOffset.UTC))
            .param("itself", itself)
            .param("contact", contact.id())
            .param("customer", customer.id())
            .query((rs, i) -> new GradeFactors(impact, urgency, rs.getObject("tier", Integer.class), publicity,
                    rs.getInt("earlier"), rs.getBoolean("decider")))
            .single();
    }

}
