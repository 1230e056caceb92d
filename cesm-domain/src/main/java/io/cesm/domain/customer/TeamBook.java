package io.cesm.domain.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import io.cesm.domain.kernel.Question;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who of us looks after a customer, on any day. */
@Component
public class TeamBook {

    private static final String MEMBERS = """
            select t.id, t.customer_id, t.staff_id, s.name, s.name_en, s.phone, t.role, t.backup, t.valid_from,
                   t.valid_to
              from account_team t join staff s on s.id = t.staff_id
             where\s""";

    private static final String ORDER = """
            order by case t.role when 'AR' then 1 when 'SR' then 2 when 'FR' then 3 else 4 end, t.backup,
                  t.valid_from desc, t.id""";

    private static final String ON = " and t.valid_from <= :day and (t.valid_to is null or t.valid_to >= :day)";

    private final JdbcClient jdbc;

    private final CurrentActor current;

    TeamBook(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** The team of a customer on a day: AR, SR, FR, CSR, each before its backups. */
    public List<Member> on(CustomerId customer, LocalDate day) {
        return asking(customer, day).ask(jdbc);
    }

    /** The same as a question. */
    public Question<List<Member>> asking(CustomerId customer, LocalDate day) {
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("customer", customer.id());
        params.put("day", day);
        return new Question<>(MEMBERS + "t.customer_id = :customer and " + scope.sql("t.customer_id") + ON + ORDER,
                params, new RowMapperResultSetExtractor<>(TeamBook::member));
    }

    /** Everybody who is, was or will be in the team of a customer. */
    public List<Member> history(CustomerId customer) {
        var scope = current.actor().scope();
        return jdbc.sql(MEMBERS + "t.customer_id = :customer and " + scope.sql("t.customer_id") + ORDER)
            .param("customer", customer.id())
            .params(scope.params())
            .query(TeamBook::member)
            .list();
    }

    /**
     * The teams of several customers on a day, for lists that already stay within reach.
     */
    public Map<CustomerId, List<Member>> on(Collection<CustomerId> customers, LocalDate day) {
        if (customers.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql(MEMBERS + "t.customer_id = any(:customers)" + ON + ORDER)
            .param("customers", customers.stream().map(CustomerId::id).toArray(UUID[]::new))
            .param("day", day)
            .query(TeamBook::member)
            .list()
            .stream()
            .collect(Collectors.groupingBy(Member::customer, LinkedHashMap::new, Collectors.toList()));
    }

    /** Who holds a role at a customer on a day: the first holder, else a backup. */
    public Optional<StaffId> staffOf(CustomerId customer, Role role, LocalDate day) {
        return jdbc
            .sql(MEMBERS + "t.customer_id = :customer and t.role = :role and s.status = 'ACTIVE'" + ON + ORDER
                    + " limit 1")
            .param("customer", customer.id())
            .param("role", role.name())
            .param("day", day)
            .query(TeamBook::member)
            .optional()
            .map(Member::staff);
    }

    /** Whether somebody is in the team of a customer on a day. */
    public boolean isMember(CustomerId customer, StaffId staff, LocalDate day) {
        return jdbc
            .sql("select exists (select from account_team t where t.customer_id = :customer and t.staff_id = :staff"
                    + ON + ")")
            .param("customer", customer.id())
            .param("staff", staff.id())
            .param("day", day)
            .query(Boolean.class)
            .single();
    }

    private static Member member(ResultSet rs, int i) throws SQLException {
        return new Member(rs.getObject("id", UUID.class), new CustomerId(rs.getObject("customer_id", UUID.class)),
                new StaffId(rs.getObject("staff_id", UUID.class)), rs.getString("name"), rs.getString("name_en"),
                rs.getString("phone"), Role.valueOf(rs.getString("role")), rs.getBoolean("backup"),
                rs.getObject("valid_from", LocalDate.class), rs.getObject("valid_to", LocalDate.class));
    }

    /** A person's time in an account team. */
    public record Member(UUID id, CustomerId customer, StaffId staff, String name, @Nullable String nameEn,
            @Nullable String phone, Role role, boolean backup, LocalDate from, @Nullable LocalDate to) {

        public boolean isOn(LocalDate day) {
            return !from.isAfter(day) && (to == null || !to.isBefore(day));
        }
    }

}
