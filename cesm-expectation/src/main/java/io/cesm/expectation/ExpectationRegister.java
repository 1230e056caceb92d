package io.cesm.expectation;

import java.time.Clock;
import java.util.List;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.people.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of expectations, read in slices: one statement a page, the last page as
 * cheap as the first. Which rows they are is found in an index alone, and only those of
 * the page are read.
 */
@Component
@Transactional(readOnly = true, propagation = Propagation.SUPPORTS) // one statement is a
                                                                    // snapshot by itself
public class ExpectationRegister {

    static final String COLUMNS = """
            select e.id, e.number, e.verbatim, e.customer_id, c.name as customer_name, c.name_en as customer_name_en,
                   c.tier, e.contact_id, k.name as contact_name, e.state, e.dimension_code, d.name as dimension_name,
                   d.name_en as dimension_name_en, e.flow, e.importance, e.kano, e.owner_id, o.name as owner_name,
                   e.due_on, e.captured_at, e.expected_level, e.committed_level, e.delivered_level, e.perceived_level,
                   e.version
            """;

    static final String JOINS = """
            join customer c on c.id = e.customer_id
            join contact k on k.id = e.contact_id
            left join staff o on o.id = e.owner_id
            left join dimension d on d.code = e.dimension_code
            """;

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final Clock clock;

    ExpectationRegister(JdbcClient jdbc, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.clock = clock;
    }

    /** A page of the register within the scope of the one who asks. */
    public Slice<ExpectationRow> slice(RegisterFilter filter, RegisterOrder order, int size, @Nullable String cursor) {
        var from = Cursor.parse(cursor, 2);
        var backwards = from != null && from.backwards();
        var sql = condition(filter);
        if (from != null) {
            sql.and(order.after(backwards), "key", order.key(from));
            sql.params().put("keyId", from.uuid(1));
        }
        var rows = jdbc
            .sql(COLUMNS + "from (select e.id from expectation e where " + sql.where() + order.condition()
                    + " order by " + order.orderBy(backwards) + " limit " + (size + 1)
                    + ") page join expectation e on e.id = page.id " + JOINS + "order by " + order.orderBy(backwards))
            .params(sql.params())
            .query(ExpectationRows::row)
            .list();
        return Slice.cut(rows, size, from, row -> key(row, order));
    }

    /** How many there are, counted up to a limit. */
    public int count(RegisterFilter filter, int upTo) {
        var sql = condition(filter);
        return jdbc
            .sql("select count(*) from (select 1 from expectation e where " + sql.where() + " limit " + upTo + ") n")
            .params(sql.params())
            .query(Integer.class)
            .single();
    }

    private RegisterSql condition(RegisterFilter filter) {
        return RegisterSql.of(filter, current.actor().scope(), Moment.dayOf(clock.instant()));
    }

    private static Object[] key(ExpectationRow row, RegisterOrder order) {
        return new Object[] { order.key(row), row.id().id() };
    }

}
