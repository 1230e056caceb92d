package io.cesm.satisfaction.followup;

import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who has to ask the customer: the CSR of the account team, else whoever owns the survey,
 * else a manager of the customer's unit or the nearest above it. What was said in
 * confidence is for the office alone.
 */
@Component
class Caretakers {

    private final JdbcClient jdbc;

    Caretakers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Nullable StaffId of(CustomerId customer, UUID survey, boolean confidential, LocalDate today) {
        return jdbc.sql("""
                select who from (
                    select t.staff_id as who, 1 as place, t.backup::int as second, 0 as distance, t.id as last
                      from account_team t
                     where t.customer_id = :customer and t.role = 'CSR' and not :confidential
                       and t.valid_from <= :today and (t.valid_to is null or t.valid_to >= :today)
                    union all
                    select s.owner_id, 2, 0, 0, s.id from survey s
                     where s.id = :survey and s.owner_id is not null
                       and (not :confidential or exists (select from staff_role r
                                                          where r.staff_id = s.owner_id and r.role = 'OFFICE'))
                    union all
                    select m.id, 3, 0, length(u.path) - length(above.path), m.id
                      from customer c
                      join org_unit u on u.id = c.unit_id
                      join org_unit above on u.path like above.path || '%'
                      join staff m on m.unit_id = above.id
                      join staff_role r on r.staff_id = m.id and r.role = 'MANAGER'
                     where c.id = :customer and not :confidential
                ) candidate
                  join staff on staff.id = who and staff.status = 'ACTIVE'
                 order by place, second, distance, last limit 1""")
            .param("customer", customer.id())
            .param("survey", survey)
            .param("confidential", confidential)
            .param("today", today)
            .query(UUID.class)
            .optional()
            .map(StaffId::new)
            .orElse(null);
    }

}
