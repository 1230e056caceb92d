package io.cesm.domain.topissue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.ListPage;
import io.cesm.domain.kernel.Piles;
import io.cesm.domain.kernel.Question;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.Tallies;
import io.cesm.domain.kernel.Tally;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Scope;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register of TOP issues, read in slices: one statement a page. */
@Component
@Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
public class TopIssueRegister {

    private static final String JOINS = """
            join customer u on u.id = coalesce((select vx.customer_id from top_issue_customer vx where vx.issue_id = t.id and %s
                                                 order by vx.customer_id <> t.customer_id, vx.added_at limit 1), t.customer_id)
            left join staff o on o.id = t.owner_id
            left join dimension d on d.code = t.dimension_code
            """;

    private final JdbcClient jdbc;

    private final CurrentActor current;

    TopIssueRegister(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** A page of the register within the scope of the one who asks. */
    public Slice<TopIssueRow> slice(TopIssueFilter filter, TopIssueOrder order, int size, @Nullable String cursor) {
        var from = Cursor.parse(cursor, 2);
        var backwards = from != null && from.backwards();
        var scope = current.actor().scope();
        var sql = TopIssueSql.of(filter, scope);
        if (from != null) {
            sql.and(order.sql().after(backwards), "key", order.key(from));
            sql.params().put("keyId", from.uuid(1));
        }
        var page = new ListPage("top_issue t", order.sql(), backwards, size + 1);
        return Slice.cut(page(scope, sql, page).ask(jdbc), size, from, row -> key(row, order));
    }

    /** The first of a list, as a question. */
    public Question<List<TopIssueRow>> asking(TopIssueFilter filter, TopIssueOrder order, int most) {
        var scope = current.actor().scope();
        return page(scope, TopIssueSql.of(filter, scope), new ListPage("top_issue t", order.sql(), false, most));
    }

    private static Question<List<TopIssueRow>> page(Scope scope, TopIssueSql sql, ListPage page) {
        return new Question<>(
                columns(scope) + " from (" + page.ids(sql.where()) + ") page join top_issue t on t.id = page.id "
                        + joins(scope) + "order by " + page.orderBy(),
                sql.params(), new RowMapperResultSetExtractor<>(TopIssueRegister::row));
    }

    private static String columns(Scope scope) {
        return "select t.*, u.id as shown_customer, u.name as customer_name, u.name_en as customer_name_en,"
                + " o.name as owner_name, d.name as dimension_name, d.name_en as dimension_name_en,"
                + " (select count(distinct nx.customer_id) from top_issue_customer nx where nx.issue_id = t.id) as customers,"
                + " (select count(*) from top_issue_evidence nx where nx.issue_id = t.id and "
                + scope.sql("nx.customer_id") + ") as evidence";
    }

    private static String joins(Scope scope) {
        return JOINS.formatted(scope.sql("vx.customer_id"));
    }

    /** How many there are, counted up to a limit. */
    public int count(TopIssueFilter filter, int upTo) {
        return new Tallies(List.of(tally(filter, upTo))).ask(jdbc).getFirst();
    }

    /**
     * The newest of several lists, with how many each has, counted up to a limit, as a
     * question.
     */
    public Question<List<Piles.Pile<TopIssueRow>>> asking(List<TopIssueFilter> filters, int size, int upTo) {
        var scope = current.actor().scope();
        var piles = new Piles<>(columns(scope), "top_issue t", joins(scope), scope.params(), TopIssueRegister::row);
        return piles.of(filters.stream().map(it -> pile(it, scope)).toList(), size, upTo);
    }

    private static Piles.Wanted pile(TopIssueFilter filter, Scope scope) {
        var sql = TopIssueSql.of(filter, scope);
        return new Piles.Wanted(sql.where(), TopIssueOrder.NEWEST.sql().orderBy(false), sql.params());
    }

    /** The same as a question, to be asked together with others. */
    public Tally tally(TopIssueFilter filter, int upTo) {
        var sql = TopIssueSql.of(filter, current.actor().scope());
        return new Tally("top_issue t where " + sql.where(), sql.params(), upTo);
    }

    private static TopIssueRow row(ResultSet rs, int i) throws SQLException {
        var owner = rs.getObject("owner_id", UUID.class);
        return new TopIssueRow(new TopIssueId(rs.getObject("id", UUID.class)), rs.getString("number"),
                rs.getString("title"), new CustomerId(rs.getObject("shown_customer", UUID.class)),
                rs.getString("customer_name"), rs.getString("customer_name_en"), rs.getInt("customers"),
                rs.getInt("evidence"), TopIssueState.valueOf(rs.getString("state")), rs.getString("dimension_name"),
                rs.getString("dimension_name_en"), owner == null ? null : new StaffId(owner),
                rs.getString("owner_name"), rs.getObject("owner_agreed_at") != null, rs.getString("measure_name"),
                rs.getString("measure_unit"), rs.getBigDecimal("baseline"), rs.getBigDecimal("target"),
                rs.getObject("target_on", LocalDate.class), rs.getObject("next_telling_on", LocalDate.class),
                rs.getObject("check_due_on", LocalDate.class), rs.getObject("place", Integer.class),
                rs.getObject("score", Integer.class), rs.getInt("left_count"), rs.getInt("reopened_count"),
                Objects.requireNonNull(at(rs, "nominated_at")), rs.getLong("version"));
    }

    static @Nullable Instant at(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Object[] key(TopIssueRow row, TopIssueOrder order) {
        return new Object[] { order.key(row), row.id().id() };
    }

}
