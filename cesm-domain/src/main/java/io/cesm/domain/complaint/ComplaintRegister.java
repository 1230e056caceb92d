package io.cesm.domain.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The queue of complaints, read in slices: one statement a page, two where words are
 * looked for, the last page as cheap as the first.
 */
@Component
@Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
public class ComplaintRegister {

    private static final String COLUMNS = """
            select c.id, c.number, c.kind, c.subject, c.customer_id, u.name as customer_name,
                   u.name_en as customer_name_en, u.tier, c.contact_id, k.name as contact_name, c.state, c.grade,
                   c.wished_grade, d.name as dimension_name, d.name_en as dimension_name_en, c.owner_id,
                   o.name as owner_name, c.hand_offs, c.due_at, c.warn_at, c.received_at, c.escalation_level,
                   c.version
            """;

    private static final String JOINS = """
            join customer u on u.id = c.customer_id
            join contact k on k.id = c.contact_id
            left join staff o on o.id = c.owner_id
            left join dimension d on d.code = c.dimension_code
            """;

    private static final Piles<ComplaintRow> PILES = new Piles<>(COLUMNS, "complaint c", JOINS, ComplaintRegister::row);

    private final JdbcClient jdbc;

    private final CurrentActor current;

    ComplaintRegister(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** A page of the queue within the scope of the one who asks. */
    public Slice<ComplaintRow> slice(ComplaintFilter filter, ComplaintOrder order, int size, @Nullable String cursor) {
        var from = Cursor.parse(cursor, 2);
        var backwards = from != null && from.backwards();
        var sql = ComplaintSql.of(filter, current.actor().scope());
        if (from != null) {
            sql.and(order.sql().after(backwards), "key", order.key(from));
            sql.params().put("keyId", from.uuid(1));
        }
        var page = new ListPage("complaint c", order.sql(), backwards, size + 1);
        var rows = sql.words().isEmpty() ? page(filter, sql, page).ask(jdbc) : saying(filter, sql, page);
        return Slice.cut(rows, size, from, row -> key(row, order));
    }

    /** The first of a list, as a question. */
    public Question<List<ComplaintRow>> asking(ComplaintFilter filter, ComplaintOrder order, int most) {
        var sql = ComplaintSql.of(filter, current.actor().scope());
        var page = new ListPage("complaint c", order.sql(), false, most);
        return sql.words().isEmpty() ? page(filter, sql, page)
                : rows("from (" + page.saying(sql.whereButWords(), sql.words(), String.valueOf(filter.text()))
                        + ") page join complaint c on c.id = page.id ", page, sql.params());
    }

    private static Question<List<ComplaintRow>> page(ComplaintFilter filter, ComplaintSql sql, ListPage page) {
        var from = sql.isReadFromRows(filter) ? "from (" + page.whole(sql.where()) + ") c "
                : "from (" + page.ids(sql.where()) + ") page join complaint c on c.id = page.id ";
        return rows(from, page, sql.params());
    }

    private List<ComplaintRow> saying(ComplaintFilter filter, ComplaintSql sql, ListPage page) {
        var found = jdbc.sql(page.saying(sql.whereButWords(), sql.words(), String.valueOf(filter.text())))
            .params(sql.params())
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .list();
        return found.isEmpty() ? List.of()
                : rows(page.found(), page, Map.of("found", found.toArray(UUID[]::new))).ask(jdbc);
    }

    private static Question<List<ComplaintRow>> rows(String from, ListPage page,
            Map<String, ? extends @Nullable Object> params) {
        return new Question<>(COLUMNS + from + JOINS + "order by " + page.orderBy(), params,
                new RowMapperResultSetExtractor<>(ComplaintRegister::row));
    }

    /** How many there are, counted up to a limit. */
    public int count(ComplaintFilter filter, int upTo) {
        return new Tallies(List.of(tally(filter, upTo))).ask(jdbc).getFirst();
    }

    /** How many of them came after a moment, counted up to a limit. */
    public int countSince(ComplaintFilter filter, Instant since, int upTo) {
        var sql = ComplaintSql.of(filter, current.actor().scope());
        sql.and("c.received_at > :since", "since", since.atOffset(ZoneOffset.UTC));
        return new Tallies(List.of(new Tally("complaint c where " + sql.where(), sql.params(), upTo))).ask(jdbc)
            .getFirst();
    }

    /**
     * The beginnings of several lists, with how many each has, counted up to a limit, as
     * a question.
     */
    public Question<List<Piles.Pile<ComplaintRow>>> asking(List<Wanted> wanted, int size, int upTo) {
        return PILES.of(wanted.stream().map(this::pile).toList(), size, upTo);
    }

    private Piles.Wanted pile(Wanted wanted) {
        var sql = ComplaintSql.of(wanted.filter(), current.actor().scope());
        // where no clock runs is counted as well, and stands last
        return new Piles.Wanted(sql.where(), wanted.order().sql().orderBy(false), sql.params());
    }

    /** A list of which the beginning is wanted. */
    public record Wanted(ComplaintFilter filter, ComplaintOrder order) {
    }

    /** The same as a question, to be asked together with others. */
    public Tally tally(ComplaintFilter filter, int upTo) {
        var sql = ComplaintSql.of(filter, current.actor().scope());
        return new Tally("complaint c where " + sql.where(), sql.params(), upTo);
    }

    private static ComplaintRow row(ResultSet rs, int i) throws SQLException {
        var owner = rs.getObject("owner_id", UUID.class);
        return new ComplaintRow(new ComplaintId(rs.getObject("id", UUID.class)), rs.getString("number"),
                ComplaintKind.valueOf(rs.getString("kind")), rs.getString("subject"),
                new CustomerId(rs.getObject("customer_id", UUID.class)), rs.getString("customer_name"),
                rs.getString("customer_name_en"), rs.getObject("tier", Integer.class),
                rs.getObject("contact_id", UUID.class), rs.getString("contact_name"),
                ComplaintState.valueOf(rs.getString("state")), rs.getInt("grade"),
                rs.getObject("wished_grade", Integer.class), rs.getString("dimension_name"),
                rs.getString("dimension_name_en"), owner == null ? null : new StaffId(owner),
                rs.getString("owner_name"), rs.getInt("hand_offs"), at(rs, "due_at"), at(rs, "warn_at"),
                Objects.requireNonNull(at(rs, "received_at")), rs.getInt("escalation_level"), rs.getLong("version"));
    }

    static @Nullable Instant at(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Object[] key(ComplaintRow row, ComplaintOrder order) {
        return new Object[] { order.key(row), row.id().id() };
    }

}
