package io.cesm.domain.level;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Scope;

/** The readings behind a level, newest first, within the scope of whoever asks. */
@Service
@Transactional(readOnly = true)
public class ReadingBook {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    ReadingBook(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** One page of readings. */
    public Slice<ReadingRow> page(ReadingFilter filter, @Nullable String cursor, int size) {
        var place = Cursor.parse(cursor, 2);
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        var sql = sql(filter, scope, place, params);
        params.put("limit", size + 1);
        var rows = jdbc.sql(sql).params(params).query(ReadingBook::row).list();
        return Slice.cut(rows, size, place, it -> new Object[] { it.readOn(), it.id() });
    }

    /** One reading. */
    public ReadingRow require(UUID id) {
        var scope = current.actor().scope();
        return jdbc
            .sql("""
                    select r.id, r.customer_id, c.name as customer_name, c.name_en as customer_name_en, r.dimension_code, r.level, r.value, r.weight, r.n,
                           r.read_on, r.contact_id, k.name as contact_name, r.source_kind, r.source_id, r.source_label,
                           true as counts
                      from level_reading r
                      join customer c on c.id = r.customer_id
                      left join contact k on k.id = r.contact_id
                     where r.id = :id and %s
                    """
                .formatted(scope.sql("r.customer_id")))
            .param("id", id)
            .params(scope.params())
            .query(ReadingBook::row)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    private static String sql(ReadingFilter filter, Scope scope, @Nullable Cursor place, Map<String, Object> params) {
        var where = new ArrayList<String>(List.of("r.read_on between :from and :to", scope.sql("r.customer_id")));
        params.put("from", filter.period().from());
        params.put("to", filter.period().to());
        var head = "";
        var customer = filter.customer();
        if (customer != null) {
            head = LevelSql.tree(scope, filter.below());
            params.put("customer", customer.id());
            where.add("r.customer_id in (select id from tree)");
        }
        if (filter.dimension() != null) {
            where.add("r.dimension_code = :dimension");
            params.put("dimension", filter.dimension());
        }
        var level = filter.level();
        if (level != null) {
            where.add("r.level = :level");
            params.put("level", level.name());
        }
        var backwards = place != null && place.backwards();
        if (place != null) {
            where.add("(r.read_on, r.id) " + (backwards ? ">" : "<") + " (:afterDay, :afterId)");
            params.put("afterDay", place.date(0));
            params.put("afterId", place.uuid(1));
        }
        var order = backwards ? "r.read_on, r.id" : "r.read_on desc, r.id desc";
        return head
                + """
                        select r.id, r.customer_id, c.name as customer_name, c.name_en as customer_name_en, r.dimension_code, r.level, r.value, r.weight, r.n,
                               r.read_on, r.contact_id, k.name as contact_name, r.source_kind, r.source_id, r.source_label,
                               not exists (select 1 from level_reading later
                                            where later.source_id = r.source_id and later.level = r.level
                                              and later.dimension_code = r.dimension_code
                                              and later.customer_id = r.customer_id
                                              and later.read_on > r.read_on and later.read_on <= :to) as counts
                          from level_reading r
                          join customer c on c.id = r.customer_id
                          left join contact k on k.id = r.contact_id
                         where %s
                         order by %s
                         limit :limit
                        """
                    .formatted(String.join("\n   and ", where), order);
    }

    private static ReadingRow row(ResultSet row, int number) throws SQLException {
        return new ReadingRow(row.getObject("id", UUID.class), new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("customer_name"), row.getString("customer_name_en"), row.getString("dimension_code"),
                Level.valueOf(row.getString("level")), row.getBigDecimal("value"), row.getBigDecimal("weight"),
                row.getInt("n"), row.getObject("read_on", LocalDate.class), row.getObject("contact_id", UUID.class),
                row.getString("contact_name"), new ReadingSource(row.getString("source_kind"),
                        row.getObject("source_id", UUID.class), row.getString("source_label")),
                row.getBoolean("counts"));
    }

}
