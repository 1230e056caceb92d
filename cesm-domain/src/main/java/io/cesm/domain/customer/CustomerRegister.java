package io.cesm.domain.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.SearchText;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.people.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of customers, by name, in one statement, forwards and backwards by key. */
@Component
public class CustomerRegister {

    private static final String COLUMNS = """
            select c.id, c.number, c.external_key, c.name, c.name_en, c.name_key, c.kind, c.status, c.tier, c.industry,
                   c.version, u.name as unit, u.name_en as unit_en, p.name as parent, p.name_en as parent_en,
                   (select count(*) from contact k where k.customer_id = c.id and k.merged_into is null) as contacts,
                   team.ar, team.sr, team.fr, team.csr
            """;

    /** Of all rows of the page at once: looked up row by row it took twice the time. */
    private static final String TEAM = """
            team as (
                select t.customer_id,
                       max(s.name) filter (where t.role = 'AR') as ar, max(s.name) filter (where t.role = 'SR') as sr,
                       max(s.name) filter (where t.role = 'FR') as fr, max(s.name) filter (where t.role = 'CSR') as csr
                  from page join account_team t on t.customer_id = page.id join staff s on s.id = t.staff_id
                 where not t.backup and t.valid_from <= (select cast(now() at time zone 'Asia/Shanghai' as date))
                   and (t.valid_to is null or t.valid_to >= (select cast(now() at time zone 'Asia/Shanghai' as date)))
                 group by t.customer_id)
            """;

    private static final String JOINS = """
             from page c
             left join org_unit u on u.id = c.unit_id
             left join customer p on p.id = c.parent_id
             left join team on team.customer_id = c.id
            """;

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final ObjectProvider<VisitsDue> visits;

    CustomerRegister(JdbcClient jdbc, CurrentActor current, ObjectProvider<VisitsDue> visits) {
        this.visits = visits;
        this.jdbc = jdbc;
        this.current = current;
    }

    public Slice<CustomerRow> rows(CustomerFilter filter, int size, @Nullable String cursor) {
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        var where = "c.status <> 'MERGED' and " + scope.sql("c.id") + conditions(filter, params);
        var from = Cursor.parse(cursor, 2);
        boolean back = from != null && from.backwards();
        if (from != null) {
            where += " and (c.name_key, c.id) " + (back ? "<" : ">") + " (:fromName, :fromId)";
            params.put("fromName", String.valueOf(from.text(0)));
            params.put("fromId", java.util.Objects.requireNonNull(from.uuid(1)));
        }
        var order = back ? " order by name_key desc, id desc" : " order by name_key, id";
        // the page is cut first, so that units, parents and teams are read for its rows
        // only
        var rows = jdbc
            .sql("with page as materialized (select * from customer c where " + where + order + " limit " + (size + 1)
                    + "), " + TEAM + COLUMNS + JOINS
                    + order.replace("name_key", "c.name_key").replace(", id", ", c.id"))
            .params(params)
            .query(CustomerRegister::row)
            .list();
        return Slice.cut(rows, size, from, it -> new Object[] { it.key(), it.row().id() }).map(Keyed::row);
    }

    /** How many there are, counted up to a limit. */
    public int count(CustomerFilter filter, int upTo) {
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        var where = "c.status <> 'MERGED' and " + scope.sql("c.id") + conditions(filter, params);
        return jdbc.sql("select count(*) from (select 1 from customer c where " + where + " limit " + upTo + ") n")
            .params(params)
            .query(Integer.class)
            .single();
    }

    private String conditions(CustomerFilter filter, Map<String, Object> params) {
        var sql = new StringBuilder();
        var query = SearchText.query(filter.q());
        if (query != null) {
            sql.append(" and c.search @@ cast(:query as tsquery)");
            params.put("query", query);
        }
        if (filter.tier() != null) {
            sql.append(" and c.tier = :tier");
            params.put("tier", filter.tier());
        }
        if (filter.status() != null) {
            sql.append(" and c.status = :status");
            params.put("status", filter.status().name());
        }
        if (filter.kind() != null) {
            sql.append(" and c.kind = :kind");
            params.put("kind", filter.kind().name());
        }
        if (filter.unit() != null) {
            sql.append(" and c.unit_id in (select b.id from org_unit b join org_unit a on starts_with(b.path, a.path)"
                    + " where a.id = :unit)");
            params.put("unit", filter.unit().id());
        }
        if (filter.staff() != null) {
            sql.append(" and c.id in (select m.customer_id from account_team m where m.staff_id = :staff"
                    + " and m.valid_from <= cast(now() at time zone 'Asia/Shanghai' as date) and (m.valid_to is null or m.valid_to >= cast(now() at time zone 'Asia/Shanghai' as date)))");
            params.put("staff", filter.staff().id());
        }
        if (filter.visitDue()) {
            visits.forEach(each -> sql.append(" and ").append(each.sql(params)));
        }
        return sql.toString();
    }

    private static Keyed row(ResultSet rs, int i) throws SQLException {
        return new Keyed(rs.getString("name_key"),
                new CustomerRow(new CustomerId(rs.getObject("id", UUID.class)), rs.getString("number"),
                        rs.getString("external_key"), rs.getString("name"), rs.getString("name_en"),
                        CustomerKind.valueOf(rs.getString("kind")), CustomerStatus.valueOf(rs.getString("status")),
                        rs.getObject("tier", Integer.class), rs.getString("industry"), rs.getString("unit"),
                        rs.getString("unit_en"), rs.getString("parent"), rs.getString("parent_en"), rs.getString("ar"),
                        rs.getString("sr"), rs.getString("fr"), rs.getString("csr"), rs.getInt("contacts"),
                        rs.getLong("version")));
    }

    private record Keyed(String key, CustomerRow row) {
    }

}
