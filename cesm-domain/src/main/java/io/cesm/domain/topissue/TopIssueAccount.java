package io.cesm.domain.topissue;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What TOP issues have to know of customers, their people and ours. */
@Component
class TopIssueAccount {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    TopIssueAccount(JdbcClient jdbc, CurrentActor current) {
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

}
