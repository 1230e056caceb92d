package io.cesm.expectation;

import java.time.LocalDate;
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
import org.springframework.transaction.annotation.Transactional;

/**
 * The customers at whom nothing live is expected: no expectation that is still open or
 * was said in the last twelve months, apart from withdrawn and merged ones.
 */
@Service
@Transactional(readOnly = true)
public class UncoveredCustomers {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    UncoveredCustomers(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** One of them, and when anybody there last told us something. */
    public record Row(CustomerId id, String number, String name, @Nullable String nameEn, @Nullable Integer tier,
            @Nullable String unitName, @Nullable String unitNameEn, @Nullable LocalDate lastSaid, String nameKey) {
    }

    /** One page of them, by name. */
    public Slice<Row> page(FiguresFilter filter, LocalDate today, @Nullable String cursor, int size) {
        var place = Cursor.parse(cursor, 2);
        var backwards = place != null && place.backwards();
        var sql = FiguresSql.of(filter, current.actor().scope());
        Map<String, @Nullable Object> params = new HashMap<>(sql.params());
        params.put("since", today.minusMonths(12).plusDays(1));
        params.put("limit", size + 1);
        var after = "";
        if (place != null) {
            after = " and (c.name_key, c.id) " + (backwards ? "<" : ">") + " (:name, :id)";
            params.put("name", place.text(0));
            params.put("id", place.uuid(1));
        }
        var rows = jdbc
            .sql("""
                    select c.id, c.number, c.name, c.name_en, c.name_key, c.tier, u.name as unit_name, u.name_en as unit_name_en,
                           (select max(e.said_on) from expectation e where e.customer_id = c.id and %2$s) as last_said
                      from customer c left join org_unit u on u.id = c.unit_id
                     where c.status = 'CUSTOMER' and %1$s%3$s
                       and not exists (select 1 from expectation e
                                        where e.customer_id = c.id and e.state not in ('WITHDRAWN', 'MERGED')
                                          and (e.closed_at is null or e.said_on >= :since) and %2$s)
                     order by c.name_key %4$s, c.id %4$s
                     limit :limit
                    """
                .formatted(sql.customers(), sql.expectations(), after, backwards ? "desc" : ""))
            .params(params)
            .query((row, i) -> new Row(new CustomerId(row.getObject("id", UUID.class)), row.getString("number"),
                    row.getString("name"), row.getString("name_en"), row.getObject("tier", Integer.class),
                    row.getString("unit_name"), row.getString("unit_name_en"),
                    row.getObject("last_said", LocalDate.class), row.getString("name_key")))
            .list();
        return Slice.cut(rows, size, place, it -> new Object[] { it.nameKey(), it.id() });
    }

}
