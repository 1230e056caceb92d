package io.cesm.governance.escalation;

import java.sql.Types;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    private static final String TEAM = """
            select t.staff_id as id, 0 as place from account_team t
              join staff s on s.id = t.staff_id and s.status = 'ACTIVE'
             where t.customer_id = :customer and t.role = '%s' and t.valid_from <= :today
               and (t.valid_to is null or t.valid_to >= :today)
             order by t.backup, t.valid_from desc, t.id limit 1""";

    /** The heads of the nearest unit that has some, or of the next one above that. */
    private static final String HEADS = """
            select id, place from (
                select s.id, dense_rank() over (order by length(a.path) desc) as step,
                       row_number() over (order by length(a.path) desc, s.name, s.id) as place from customer c
                  join org_unit u on u.id = c.unit_id
                  join org_unit a on u.path like a.path || '%%'
                  join staff s on s.unit_id = a.id and s.status = 'ACTIVE'
                 where c.id = :customer
                   and exists (select 1 from staff_role r where r.staff_id = s.id and r.role = 'MANAGER')
                 order by place limit 20) heads
             where step = %d""";

    private static final String DUTY = """
            select d.staff_id as id, row_number() over (order by length(a.path) desc, d.id) as place from customer c
              join org_unit u on u.id = c.unit_id
              join org_unit a on u.path like a.path || '%%'
              join duty_member d on d.unit_id = a.id and d.valid_from <= :today and (d.valid_to is null or d.valid_to >= :today)
              join staff s on s.id = d.staff_id and s.status = 'ACTIVE'
             where c.id = :customer and (a.parent_id is null) = %s
             order by place limit 20""";

    private static final String OFFICE = """
            select s.id, row_number() over (order by s.name, s.id) as place from staff s
              join staff_role r on r.staff_id = s.id and r.role = 'OFFICE'
             where s.status = 'ACTIVE' order by place limit 10""";

    private static final String STOOD_IN_FOR = """
            select m.part, m.id, x.substitute_id from (%s) m
              left join lateral (select x.substitute_id from substitute x
                      join staff s on s.id = x.substitute_id and s.status = 'ACTIVE'
                     where x.staff_id = m.id and :today between x.valid_from and x.valid_to
                     order by x.valid_from desc, x.id limit 1) x on true
             order by m.part, m.place""";

    /** The question for all parts a level names, together; few levels name others. */
    private final Map<List<Whom>, String> questions = new ConcurrentHashMap<>();

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
        if (whom.isEmpty()) {
            return List.of();
        }
        Map<StaffId, Recipient> found = new LinkedHashMap<>();
        jdbc.sql(questions.computeIfAbsent(whom, Recipients::question))
            .param("customer", customer)
            .param("owner", owner, Types.OTHER)
            .param("today", today)
            .query((rs, i) -> recipient(whom.get(rs.getInt("part")), rs.getObject("id", UUID.class),
                    rs.getObject("substitute_id", UUID.class)))
            .list()
            .forEach(it -> found.putIfAbsent(it.staff(), it));
        return List.copyOf(found.values());
    }

    private static Recipient recipient(Whom part, UUID staff, @Nullable UUID substitute) {
        return substitute == null ? new Recipient(new StaffId(staff), part, null)
                : new Recipient(new StaffId(substitute), part, new StaffId(staff));
    }

    private static String question(List<Whom> whom) {
        return STOOD_IN_FOR.formatted(IntStream.range(0, whom.size())
            .mapToObj(i -> "(select %d as part, p.id, p.place from (%s) p)".formatted(i, members(whom.get(i))))
            .collect(Collectors.joining(" union all ")));
    }

    private static String members(Whom part) {
        return switch (part) {
            case OWNER -> "select cast(:owner as uuid) as id, 0 as place where cast(:owner as uuid) is not null";
            case CSR, FR, SR, AR -> TEAM.formatted(part.name());
            case UNIT_HEAD -> HEADS.formatted(1);
            case HEAD_ABOVE -> HEADS.formatted(2);
            case UNIT_DUTY -> DUTY.formatted(false);
            case COMPANY_DUTY -> DUTY.formatted(true);
            case OFFICE -> OFFICE;
        };
    }

    /** Keeps who was told of an escalation, and as what. */
    void told(UUID escalation, List<Recipient> people) {
        if (people.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into escalation_told (escalation_id, staff_id, part, acting_for)
                select :id, t.* from unnest(cast(:staff as uuid[]), cast(:parts as text[]), cast(:absent as uuid[])) t
                on conflict do nothing""")
            .param("id", escalation)
            .param("staff", people.stream().map(it -> it.staff().id()).toArray(UUID[]::new))
            .param("parts", people.stream().map(it -> it.part().name()).toArray(String[]::new))
            .param("absent",
                    people.stream()
                        .map(Recipient::actingFor)
                        .map(it -> it == null ? null : it.id())
                        .toArray(@Nullable UUID[]::new))
            .update();
    }

}
