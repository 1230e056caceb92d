package io.cesm.domain.people;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.cesm.domain.time.CompanyTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says what somebody may do and see today. A substitute sees what the absent person sees,
 * but never more than by team and unit, and gains no right by it.
 */
@Component
@Transactional(readOnly = true)
public class AccessBook {

    private static final Set<Role> SEES_EVERYTHING = EnumSet.of(Role.OFFICE, Role.ADMIN, Role.AUDITOR);

    private static final String ACCESS = """
            with me as (select s.*, array(select role from staff_role r where r.staff_id = s.id) as roles from staff s
                         where %s),
                 absent as (select a.id, a.unit_id from substitute x join staff a on a.id = x.staff_id
                             where x.substitute_id = (select id from me) and :today between x.valid_from and x.valid_to),
                 led as (select u.path from org_unit u
                          where u.id in (select unit_id from me where 'MANAGER' = any(roles)
                                         union all
                                         select a.unit_id from absent a join staff_role r on r.staff_id = a.id
                                          where r.role = 'MANAGER'))
            select me.id, me.login, me.name, me.name_en, me.language, me.time_zone, me.status, me.unit_id, me.roles,
                   array(select id from absent) as absent,
                   array(select u.id from org_unit u where exists (select 1 from led where starts_with(u.path, led.path)))
                       as units
              from me
            """;

    private final JdbcClient jdbc;

    private final Clock clock;

    AccessBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Access> of(StaffId staff) {
        return jdbc.sql(ACCESS.formatted("s.id = :id"))
            .param("id", staff.id())
            .param("today", CompanyTime.today(clock))
            .query(AccessBook::access)
            .optional();
    }

    /** Looks somebody up by what they type at the sign-in. */
    public Optional<Access> byLogin(String login) {
        return jdbc.sql(ACCESS.formatted("lower(s.login) = lower(:login)"))
            .param("login", login)
            .param("today", CompanyTime.today(clock))
            .query(AccessBook::access)
            .optional();
    }

    private static Access access(ResultSet rs, int n) throws SQLException {
        var staff = new StaffId(rs.getObject("id", UUID.class));
        var roles = set(rs.getArray("roles"), it -> Role.valueOf((String) it));
        var people = set(rs.getArray("absent"), it -> new StaffId((UUID) it));
        people.add(staff);
        var scope = roles.stream().anyMatch(SEES_EVERYTHING::contains) ? Scope.all() : new Scope(false,
                Set.copyOf(set(rs.getArray("units"), it -> new UnitId((UUID) it))), Set.copyOf(people));
        return new Access(staff, rs.getString("login"), rs.getString("name"), rs.getString("name_en"),
                rs.getString("language"), rs.getString("time_zone"), rs.getString("status").equals("ACTIVE"),
                new UnitId(rs.getObject("unit_id", UUID.class)), Set.copyOf(roles), scope);
    }

    private static <T> Set<T> set(Array array, Function<Object, T> how) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(how).collect(Collectors.toCollection(HashSet::new));
    }

}
