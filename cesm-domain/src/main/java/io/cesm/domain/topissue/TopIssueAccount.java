package io.cesm.domain.topissue;

import io.cesm.domain.customer.AccountChecks;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What TOP issues have to know of customers, their people and ours. */
@Component
class TopIssueAccount extends AccountChecks {

    private final JdbcClient jdbc;

    TopIssueAccount(JdbcClient jdbc, CurrentActor current) {
        super(jdbc, current);
        this.jdbc = jdbc;
    }

    /** Makes sure that a person belongs to one of the customers an issue hurts. */
    void requireContact(TopIssueId issue, @Nullable CustomerId customer, @Nullable ContactId contact) {
        if (contact == null) {
            return;
        }
        jdbc.sql(
                """
                        select 1 from contact k join top_issue_customer x on x.customer_id = k.customer_id
                         where k.id = :contact and x.issue_id = :issue and (cast(:customer as uuid) is null or k.customer_id = :customer)
                         limit 1""")
            .param("contact", contact.id())
            .param("issue", issue.id())
            .param("customer", customer == null ? null : customer.id())
            .query(Integer.class)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

}
