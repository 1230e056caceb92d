package io.cesm.domain.complaint;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;

import io.cesm.domain.customer.AccountChecks;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What complaints have to know of customers, their people and ours. */
@Component("complaintAccount")
class Account extends AccountChecks {

    private static final int DAYS_OF_RECURRENCE = 90;

    private final JdbcClient jdbc;

    Account(JdbcClient jdbc, CurrentActor current) {
        super(jdbc, current);
        this.jdbc = jdbc;
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
