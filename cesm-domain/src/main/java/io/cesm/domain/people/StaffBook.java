package io.cesm.domain.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads who works here. Colleagues are no secret among colleagues. */
@Component
@Transactional(readOnly = true)
public class StaffBook {

    private static final String ROW = """
            select s.id, s.login, s.name, s.name_en, s.email, s.phone, s.unit_id, u.name as unit, u.name_en as unit_en, s.language,
                   s.time_zone, s.status, s.demo, s.version,
                   array(select role from staff_role r where r.staff_id = s.id) as roles
              from staff s join org_unit u on u.id = s.unit_id
            """;

    private final JdbcClient jdbc;

    private final Clock clock;

    StaffBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public StaffRow require(StaffId id) {
        return jdbc.sql(ROW + " where s.id = :id")
            .param("id", id.id())
            .query(StaffBook::row)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    public Map<StaffId, String> names(Collection<StaffId> ids) {
        Map<StaffId, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, name from staff where id = any(:ids)")
                .param("ids", ids.stream().map(StaffId::id).toArray(UUID[]::new))
                .query(rs -> {
                    names.put(new StaffId(rs.getObject(1, UUID.class)), rs.getString(2));
                });
        }
        return names;
    }

    /** Active people whose name or login begins so or contains it, for type-ahead. */
    public List<StaffRow> suggest(@Nullable String text, int limit) {
        var typed = text == null ? "" : text.strip();
        return jdbc.sql(ROW + """
                 where s.status = 'ACTIVE' and (s.name ilike :part or s.name_en ilike :part or s.login ilike :start)
                 order by s.name, s.id limit :limit
                """)
            .param("part", "%" + like(typed) + "%")
            .param("start", like(typed) + "%")
            .param("limit", Math.clamp(limit, 1, 50))
            .query(StaffBook::row)
            .list();
    }

    /** Active people of a unit and of those below it. */
    public List<StaffRow> ofUnit(UnitId unit) {
        return jdbc.sql(ROW + """
                 where s.status = 'ACTIVE'
                   and starts_with(u.path, (select path from org_unit where id = :unit))
                 order by s.name, s.id
                """).param("unit", unit.id()).query(StaffBook::row).list();
    }

    public List<StaffRow> ofRole(Role role) {
        return jdbc
            .sql(ROW + """
                     where s.status = 'ACTIVE' and exists (select 1 from staff_role r where r.staff_id = s.id and r.role = :role)
                     order by s.name, s.id
                    """)
            .param("role", role.name())
            .query(StaffBook::row)
            .list();
    }

    /** The list of people, by name. */
    public Slice<StaffRow> list(StaffFilter filter, int size, @Nullable String cursor) {
        Map<String, Object> params = new HashMap<>();
        var where = filter.sql(params);
        var from = Cursor.parse(cursor, 2);
        if (from != null) {
            where += " and (s.name, s.id) > (:afterName, :afterId)";
            params.put("afterName", Objects.requireNonNullElse(from.text(0), ""));
            params.put("afterId", Objects.requireNonNull(from.uuid(1)));
        }
        var rows = jdbc.sql(ROW + " where " + where + " order by s.name, s.id limit " + (size + 1))
            .params(params)
            .query(StaffBook::row)
            .list();
        return Slice.forward(rows, size, it -> Cursor.after(it.name(), it.id()));
    }

    /** Who stands in for somebody, now and later. */
    public List<SubstituteRow> substitutesOf(StaffId staff) {
        return substitutes("x.staff_id", staff);
    }

    /** For whom somebody stands in, now and later. */
    public List<SubstituteRow> standsInFor(StaffId staff) {
        return substitutes("x.substitute_id", staff);
    }

    private List<SubstituteRow> substitutes(String column, StaffId staff) {
        return jdbc.sql("""
                select x.id, x.staff_id, a.name as absent, x.substitute_id, p.name as present, x.valid_from, x.valid_to
                  from substitute x join staff a on a.id = x.staff_id join staff p on p.id = x.substitute_id
                 where %s = :staff and x.valid_to >= :today order by x.valid_from, x.id
                """.formatted(column))
            .param("staff", staff.id())
            .param("today", CompanyTime.today(clock))
            .query((rs, n) -> new SubstituteRow(rs.getObject("id", UUID.class),
                    new StaffId(rs.getObject("staff_id", UUID.class)), rs.getString("absent"),
                    new StaffId(rs.getObject("substitute_id", UUID.class)), rs.getString("present"),
                    rs.getObject("valid_from", LocalDate.class), rs.getObject("valid_to", LocalDate.class)))
            .list();
    }

    static String like(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static StaffRow row(ResultSet rs, int n) throws SQLException {
        var roles = Arrays.stream((Object[]) rs.getArray("roles").getArray())
            .map(it -> Role.valueOf((String) it))
            .collect(Collectors.toCollection(TreeSet::new));
        var person = new Person(rs.getString("name"), rs.getString("name_en"), rs.getString("email"),
                rs.getString("phone"), rs.getString("language"), rs.getString("time_zone"));
        return new StaffRow(new StaffId(rs.getObject("id", UUID.class)), rs.getString("login"), person,
                new UnitId(rs.getObject("unit_id", UUID.class)), rs.getString("unit"), rs.getString("unit_en"), roles,
                StaffStatus.valueOf(rs.getString("status")), rs.getBoolean("demo"), rs.getLong("version"));
    }

}
