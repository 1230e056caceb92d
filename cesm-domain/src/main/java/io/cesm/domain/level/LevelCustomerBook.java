package io.cesm.domain.level;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.people.CurrentActor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The customers of the table of levels, by name, within the scope of whoever asks. */
@Service
@Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
public class LevelCustomerBook {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    LevelCustomerBook(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** One page of customers. */
    public Slice<LevelCustomer> page(LevelCustomerFilter filter, @Nullable String cursor, int size) {
        var place = Cursor.parse(cursor, 2);
        var backwards = place != null && place.backwards();
        Map<String, @Nullable Object> params = new HashMap<>();
        var where = where(filter, params);
        if (place != null) {
            where.add("(c.name_key, c.id) " + (backwards ? "<" : ">") + " (:name, :id)");
            params.put("name", place.text(0));
            params.put("id", place.uuid(1));
        }
        params.put("limit", size + 1);
        var order = backwards ? "c.name_key desc, c.id desc" : "c.name_key, c.id";
        var rows = jdbc.sql("""
                select c.id, c.number, c.name, c.name_en, c.name_key, c.tier, u.name as unit_name,
                       u.name_en as unit_name_en
                  from customer c left join org_unit u on u.id = c.unit_id
                 where %s
                 order by %s
                 limit :limit
                """.formatted(String.join("\n   and ", where), order))
            .params(params)
            .query((row, i) -> new Keyed(new LevelCustomer(new CustomerId(row.getObject("id", UUID.class)),
                    row.getString("number"), row.getString("name"), row.getString("name_en"),
                    row.getObject("tier", Integer.class), row.getString("unit_name"), row.getString("unit_name_en")),
                    row.getString("name_key")))
            .list();
        return Slice.cut(rows, size, place, it -> new Object[] { it.nameKey, it.customer.id() }).map(Keyed::customer);
    }

    private List<String> where(LevelCustomerFilter filter, Map<String, @Nullable Object> params) {
        var scope = current.actor().scope();
        params.putAll(scope.params());
        var where = new ArrayList<String>(List.of("c.status <> 'MERGED'", scope.sql("c.id")));
        if (filter.tier() != null) {
            where.add("c.tier = :tier");
            params.put("tier", filter.tier());
        }
        var unit = filter.unit();
        if (unit != null) {
            where.add("""
                    c.unit_id in (select below.id from org_unit top join org_unit below
                                     on starts_with(below.path, top.path) where top.id = :unit)""");
            params.put("unit", unit.id());
        }
        if (!filter.silent()) {
            var dimension = filter.dimension();
            where.add("exists (select 1 from level_reading r where r.customer_id = c.id"
                    + " and r.read_on between :from and :to"
                    + ((dimension != null) ? " and r.dimension_code = :dimension)" : ")"));
            params.put("from", filter.period().from());
            params.put("to", filter.period().to());
            if (dimension != null) {
                params.put("dimension", dimension);
            }
        }
        return where;
    }

    private record Keyed(LevelCustomer customer, String nameKey) {
    }

}
