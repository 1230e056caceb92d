package io.cesm.expectation;

import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.customer.AccountChecks;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the register has to know of customers, their people and ours. */
@Component
class Account extends AccountChecks {

    private final JdbcClient jdbc;

    Account(JdbcClient jdbc, CurrentActor current) {
        super(jdbc, current);
        this.jdbc = jdbc;
    }

    void requireDimension(@Nullable String code) {
        requireDimension(code, Classification.NONE);
    }

    void requireDimension(@Nullable String code, Classification before) {
        requireDimension(code, before.dimension());
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
