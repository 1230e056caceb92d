package io.cesm.expectation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.ListPage;
import io.cesm.domain.kernel.Piles;
import io.cesm.domain.kernel.Question;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.Tallies;
import io.cesm.domain.kernel.Tally;
import io.cesm.domain.people.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of expectations, read in slices: one statement a page, two where words are
 * looked for, the last page as cheap as the first. Which rows they are is found in an
 * index alone, and only those of the page are read; where the rows have to be looked at
 * anyway, they are not looked up again.
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

    private static final Piles<ExpectationRow> PILES = new Piles<>(COLUMNS, "expectation e", JOINS,
            ExpectationRows::row);

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
            sql.and(order.sql().after(backwards), "key", order.key(from));
            sql.params().put("keyId", from.uuid(1));
        }
        var page = new ListPage("expectation e", order.sql(), backwards, size + 1);
        var rows = sql.words().isEmpty() ? page(filter, order, sql, page).ask(jdbc) : saying(filter, sql, page);
        return Slice.cut(rows, size, from, row -> key(row, order));
    }

    /** The first of a list, as a question. */
    public Question<List<ExpectationRow>> asking(RegisterFilter filter, RegisterOrder order, int most) {
        return page(filter, order, condition(filter), new ListPage("expectation e", order.sql(), false, most));
    }

    private static Question<List<ExpectationRow>> page(RegisterFilter filter, RegisterOrder order, RegisterSql sql,
            ListPage page) {
        return rows(found(filter, order, sql, page), page, sql.params());
    }

    private static String found(RegisterFilter filter, RegisterOrder order, RegisterSql sql, ListPage page) {
        if (sql.isReadFromRows(filter, order)) {
            return "from (" + page.whole(sql.where()) + ") e ";
        }
        var ids = sql.words().isEmpty() ? page.ids(sql.where()) : words(filter, sql, page);
        return "from (" + ids + ") page join expectation e on e.id = page.id ";
    }

    private static String words(RegisterFilter filter, RegisterSql sql, ListPage page) {
        return page.saying(sql.whereButWords(), sql.words(), String.valueOf(filter.text()));
    }

    private List<ExpectationRow> saying(RegisterFilter filter, RegisterSql sql, ListPage page) {
        var found = jdbc.sql(words(filter, sql, page))
            .params(sql.params())
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .list();
        return found.isEmpty() ? List.of()
                : rows(page.found(), page, Map.of("found", found.toArray(UUID[]::new))).ask(jdbc);
    }

    private static Question<List<ExpectationRow>> rows(String from, ListPage page,
            Map<String, ? extends @Nullable Object> params) {
        return new Question<>(COLUMNS + from + JOINS + "order by " + page.orderBy(), params,
                new RowMapperResultSetExtractor<>(ExpectationRows::row));
    }

    /** The beginnings of several lists, with how many each has, counted up to a limit. */
    public List<Piles.Pile<ExpectationRow>> piles(List<Wanted> wanted, int size, int upTo) {
        return asking(wanted, size, upTo).ask(jdbc);
    }

    /** The same as a question. */
    public Question<List<Piles.Pile<ExpectationRow>>> asking(List<Wanted> wanted, int size, int upTo) {
        return PILES.of(wanted.stream().map(this::pile).toList(), size, upTo);
    }

    private Piles.Wanted pile(Wanted wanted) {
        var sql = condition(wanted.filter());
        var order = wanted.order();
        return new Piles.Wanted(sql.where() + order.sql().conditionBeside(sql.where()), order.sql().orderBy(false),
                sql.params());
    }

    /** A list of which the beginning is wanted. */
    public record Wanted(RegisterFilter filter, RegisterOrder order) {
    }

    /** How many there are, counted up to a limit. */
    public int count(RegisterFilter filter, int upTo) {
        return new Tallies(List.of(tally(filter, upTo))).ask(jdbc).getFirst();
    }

    /** The same as a question, to be asked together with others. */
    public Tally tally(RegisterFilter filter, int upTo) {
        var sql = condition(filter);
        return new Tally("expectation e where " + sql.where(), sql.params(), upTo);
    }

    private RegisterSql condition(RegisterFilter filter) {
        return RegisterSql.of(filter, current.actor().scope(), Moment.dayOf(clock.instant()));
    }

    private static Object[] key(ExpectationRow row, RegisterOrder order) {
        return new Object[] { order.key(row), row.id().id() };
    }

}
