package io.cesm.domain.customer;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.ActiveStaff;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What every record makes sure of before it names a customer, people or a dimension. What
 * is out of reach does not exist.
 */
public class AccountChecks {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    protected AccountChecks(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** Makes sure that the one who acts sees this customer. */
    public void requireCustomer(CustomerId customer) {
        var scope = current.actor().scope();
        jdbc.sql("select 1 from customer c where c.id = :id and c.status <> 'MERGED' and " + scope.sql("c.id"))
            .param("id", customer.id())
            .params(scope.params())
            .query(Integer.class)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** Makes sure that a person belongs to this customer. */
    public void requireContact(CustomerId customer, @Nullable ContactId contact) {
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
    public void requireStaff(@Nullable StaffId staff) {
        if (staff != null && !ActiveStaff.is(jdbc, staff)) {
            throw new UnknownThing();
        }
    }

    /** A dimension may be chosen while it is in use, and kept for ever. */
    public void requireDimension(@Nullable String code, @Nullable String before) {
        if (code != null && !code.equals(before)) {
            jdbc.sql("select 1 from dimension where code = :code and active")
                .param("code", code)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new FieldRefusal("dimension", "choice.unknown"));
        }
    }

}
