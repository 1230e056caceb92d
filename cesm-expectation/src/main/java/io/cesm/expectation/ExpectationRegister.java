package io.cesm.expectation;

import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Piles;
import io.cesm.domain.kernel.Question;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.Tallies;
import io.cesm.domain.kernel.Tally;
import io.cesm.domain.people.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of expectations, read in slices: one statement a page, the last page as
 * cheap as the first. Which rows they are is found in an index alone, and only those of
 * the page are read; where the rows have to be looked at anyway, they are not looked up
 * again.
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

    private static final int LOOKED_THROUGH = 3_000;

    /** A number of a record or of anything else, hardly ever said twice. */
    private static final Pattern RARE = Pattern.compile("\\d{5}");

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
            sql.and(order.after(backwards), "key", order.key(from));
            sql.params().put("keyId", from.uuid(1));
        }
        var page = sql.isReadFromRows(filter, order)
                ? COLUMNS + "from (select * from expectation e where " + sql.where() + order.condition() + " order by "
                        + order.orderBy(backwards) + " limit " + (size + 1) + ") e "
                : "with " + page(sql, order, backwards, size + 1, RARE.matcher(String.valueOf(filter.text())).find())
                        + COLUMNS + "from page join expectation e on e.id = page.id ";
        var rows = jdbc.sql(page + JOINS + "order by " + order.orderBy(backwards))
            .params(sql.params())
            .query(ExpectationRows::row)
            .list();
        return Slice.cut(rows, size, from, row -> key(row, order));
    }

    /**
     * Which rows make the page. Frequent words are found soonest by reading from its end
     * of the list, rare ones in the index of words, and the database cannot tell them
     * apart: it believes that neighbouring characters meet by chance, and would read a
     * million rows for a word that nobody wrote. So the first rows are looked through,
     * and if they do not fill the page, everything that matches is found before it is put
     * in order.
     */
    private static String page(RegisterSql sql, RegisterOrder order, boolean backwards, int rows, boolean rare) {
        var orderBy = order.condition() + " order by " + order.orderBy(backwards) + " limit ";
        if (sql.words().isEmpty()) {
            return "page as (select e.id from expectation e where " + sql.where() + orderBy + rows + ") ";
        }
        var whole = "select e.id from (select * from expectation e where " + sql.where() + " offset 0) e where true"
                + orderBy + rows;
        if (rare) {
            return "page as (" + whole + ") ";
        }
        return "near as materialized (select e.id from (select * from expectation e where " + sql.whereButWords()
                + orderBy + LOOKED_THROUGH + ") e where true" + sql.words() + " limit " + rows + "),"
                + " page as (select id from near where (select count(*) from near) = " + rows
                + " union all select id from (" + whole + ") whole where (select count(*) from near) < " + rows + ") ";
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
        return new Piles.Wanted(sql.where() + order.condition(), order.orderBy(false), sql.params());
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
