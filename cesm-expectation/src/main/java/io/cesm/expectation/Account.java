package io.cesm.expectation;

import java.time.LocalDate;
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

/** What the register has to know of customers, their people and ours. */
@Component
class Account {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    Account(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /**
     * Makes sure that the one who acts sees this customer; what is not theirs does not
     * exist.
     */
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
        if (contact == null) {
            return;
        }
        jdbc.sql("select 1 from contact where id = :contact and customer_id = :customer")
            .param("contact", contact.id())
            .param("customer", customer.id())
            .query(Integer.class)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** Makes sure that somebody works here. */
    void requireStaff(@Nullable StaffId staff) {
        if (staff == null) {
            return;
        }
        jdbc.sql("select 1 from staff where id = :staff and status = 'ACTIVE'")
            .param("staff", staff.id())
            .query(Integer.class)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    void requireDimension(@Nullable String code) {
        requireDimension(code, Classification.NONE);
    }

    /** A dimension may be chosen while it is in use, and kept for ever. */
    void requireDimension(@Nullable String code, Classification before) {
        if (code == null || code.equals(before.dimension())) {
            return;
        }
        jdbc.sql("select 1 from dimension where code = :code and active")
            .param("code", code)
            .query(Integer.class)
            .optional()
            .orElseThrow(() -> new FieldRefusal("dimension", "choice.unknown"));
    }

    /**
     * What was agreed for customers of this tier; the plainest standard counts while a
     * customer has no tier.
     */
    Standard standard(CustomerId customer) {
        return jdbc.sql("""
                select s.tier, s.clarify_days, s.commit_days, s.min_delivery_days, s.max_open_commitments,
                       s.standard_level
                  from customer c join service_standard s on s.tier = coalesce(c.tier, 4) where c.id = :customer""")
            .param("customer", customer.id())
            .query(Standard.class)
            .single();
    }

    /**
     * Who of the account team usually takes care: the role the standard names, else
     * anybody of the team.
     */
    @Nullable StaffId usualOwner(CustomerId customer, LocalDate day) {
        return jdbc.sql("""
                select t.staff_id
                  from account_team t
                  join customer c on c.id = t.customer_id
                  join service_standard s on s.tier = coalesce(c.tier, 4)
                  join staff p on p.id = t.staff_id and p.status = 'ACTIVE'
                 where t.customer_id = :customer and t.valid_from <= :day
                   and (t.valid_to is null or t.valid_to >= :day)
                 order by t.role = s.owner_role desc, t.backup, t.valid_from, t.id limit 1""")
            .param("customer", customer.id())
            .param("day", day)
            .query(UUID.class)
            .optional()
            .map(StaffId::new)
            .orElse(null);
    }

}
