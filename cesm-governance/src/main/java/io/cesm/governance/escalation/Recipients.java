package io.cesm.governance.escalation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds who is meant by a level: people of the account team, heads up the organisation,
 * teams on duty. Who is away is stood in for by their substitute.
 */
@Component
class Recipients {

    private static final String HEADS = """
            select s.id, dense_rank() over (order by length(a.path) desc) as step from customer c
              join org_unit u on u.id = c.unit_id
              join org_unit a on u.path like a.path || '%'
              join staff s on s.unit_id = a.id and s.status = 'ACTIVE'
             where c.id = :customer and exists (select 1 from staff_role r where r.staff_id = s.id and r.role = 'MANAGER')
             order by length(a.path) desc, s.name, s.id limit 20""";

    private static final String DUTY = """
            select d.staff_id from customer c
              join org_unit u on u.id = c.unit_id
              join org_unit a on u.path like a.path || '%'
              join duty_member d on d.unit_id = a.id and d.valid_from <= :today and (d.valid_to is null or d.valid_to >= :today)
              join staff s on s.id = d.staff_id and s.status = 'ACTIVE'
             where c.id = :customer and (a.parent_id is null) = :company
             order by length(a.path) desc, d.id limit 20""";

    private final JdbcClient jdbc;

    Recipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody to be told.
     *
     * @param actingFor who is away, if it is a substitute
     */
    record Recipient(StaffId staff, Whom part, @Nullable StaffId actingFor) {
    }

    /** Everybody a level means, in its order, each once. */
    List<Recipient> of(List<Whom> whom, UUID customer, @Nullable UUID owner, LocalDate today) {
        Map<StaffId, Recipient> found = new LinkedHashMap<>();
        for (var part : whom) {
            for (var staff : members(part, customer, owner, today)) {
                var acting = acting(staff, today);
                var who = acting == null ? new Recipient(new StaffId(staff), part, null)
                        : new Recipient(new StaffId(acting), part, new StaffId(staff));
                found.putIfAbsent(who.staff(), who);
            }
        }
        return List.copyOf(found.values());
    }

    private List<UUID> members(Whom part, UUID customer, @Nullable UUID owner, LocalDate today) {
        return switch (part) {
            case OWNER -> owner == null ? List.of() : List.of(owner);
            case CSR, FR, SR, AR -> team(part, customer, today);
            case UNIT_HEAD -> heads(customer, 1);
            case HEAD_ABOVE -> heads(customer, 2);
            case UNIT_DUTY -> duty(customer, false, today);
            case COMPANY_DUTY -> duty(customer, true, today);
            case OFFICE -> jdbc
                .sql("select s.id from staff s join staff_role r on r.staff_id = s.id and r.role = 'OFFICE'"
                        + " where s.status = 'ACTIVE' order by s.name, s.id limit 10")
                .query((rs, i) -> rs.getObject(1, UUID.class))
                .list();
        };
    }

    private List<UUID> team(Whom part, UUID customer, LocalDate today) {
        return jdbc.sql("""
                select t.staff_id from account_team t join staff s on s.id = t.staff_id and s.status = 'ACTIVE'
                 where t.customer_id = :customer and t.role = :role and t.valid_from <= :today
                   and (t.valid_to is null or t.valid_to >= :today)
                 order by t.backup, t.valid_from desc, t.id limit 1""")
            .param("customer", customer)
            .param("role", part.name())
            .param("today", today)
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .list();
    }

    /** The heads of the nearest unit that has some, or of the next one above that. */
    private List<UUID> heads(UUID customer, int step) {
        List<UUID> found = new ArrayList<>();
        jdbc.sql(HEADS).param("customer", customer).query(rs -> {
            if (rs.getInt("step") == step) {
                found.add(rs.getObject("id", UUID.class));
            }
        });
        return found;
    }

    private List<UUID> duty(UUID customer, boolean company, LocalDate today) {
        return jdbc.sql(DUTY)
            .param("customer", customer)
            .param("company", company)
            .param("today", today)
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .list();
    }

    private @Nullable UUID acting(UUID staff, LocalDate today) {
        return jdbc.sql("""
                select x.substitute_id from substitute x join staff s on s.id = x.substitute_id and s.status = 'ACTIVE'
                 where x.staff_id = :staff and :today between x.valid_from and x.valid_to
                 order by x.valid_from desc, x.id limit 1""")
            .param("staff", staff)
            .param("today", today)
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .optional()
            .orElse(null);
    }

}
