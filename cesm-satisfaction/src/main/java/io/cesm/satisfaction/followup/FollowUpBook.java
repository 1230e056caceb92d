package io.cesm.satisfaction.followup;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.dimension.Flow;
import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Piles;
import io.cesm.domain.kernel.Question;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.Tallies;
import io.cesm.domain.kernel.Tally;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads follow-ups, as far as the one who asks may see them. */
@Component
@Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
public class FollowUpBook {

    private static final String COLUMNS = """
            select f.id, f.version, f.number, f.state, f.customer_id, c.name as customer_name,
                   c.name_en as customer_name_en, c.tier, k.name as contact_name, f.confidential, f.owner_id,
                   o.name as owner_name, f.opened_at, f.due_at, f.measure, f.points, f.points_most, f.level,
                   r.words ->> f.quote_key as quote, f.cause, f.flow, f.outcome, f.closed_at, s.number as survey_number
            """;

    private static final String MORE = """
            , f.contact_id, k.title as contact_title, k.decision_role, f.survey_id, s.title as survey_title,
            f.answered_on, f.response_id, f.contacted_at, cb.name as contacted_by_name, f.contacted_channel,
            f.customer_said, f.told, xb.name as closed_by_name
            """;

    private static final String JOINS = """
            join customer c on c.id = f.customer_id
            join survey s on s.id = f.survey_id
            left join contact k on k.id = f.contact_id
            left join staff o on o.id = f.owner_id
            left join survey_response r on r.answered_on = f.answered_on and r.id = f.response_id
            """;

    private static final Piles<FollowUpRow> PILES = new Piles<>(COLUMNS, "follow_up f", JOINS, (rs, i) -> row(rs));

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final Clock clock;

    FollowUpBook(JdbcClient jdbc, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.clock = clock;
    }

    public Slice<FollowUpRow> slice(FollowUpFilter filter, FollowUpOrder order, int size, @Nullable String cursor) {
        var from = Cursor.parse(cursor, 2);
        var backwards = from != null && from.backwards();
        var sql = condition(filter);
        if (from != null) {
            sql.and(order.after(backwards), "key", requireNonNull(from.instant(0)).atOffset(ZoneOffset.UTC));
            sql.params().put("keyId", from.uuid(1));
        }
        var rows = jdbc
            .sql(COLUMNS + "from (select f.id from follow_up f where " + sql.where() + " order by "
                    + order.orderBy(backwards) + " limit " + (size + 1) + ") page join follow_up f on f.id = page.id "
                    + JOINS + "order by " + order.orderBy(backwards))
            .params(sql.params())
            .query((rs, i) -> row(rs))
            .list();
        return cut(rows, order, size, from);
    }

    /**
     * What is due first of several lists, with how many each has, counted up to a limit,
     * as a question.
     */
    public Question<List<Piles.Pile<FollowUpRow>>> asking(List<FollowUpFilter> filters, int size, int upTo) {
        return PILES.of(filters.stream().map(this::pile).toList(), size, upTo);
    }

    private Piles.Wanted pile(FollowUpFilter filter) {
        var sql = condition(filter);
        return new Piles.Wanted(sql.where(), FollowUpOrder.DUE.orderBy(false), sql.params());
    }

    /** How many there are, counted up to a limit. */
    public int count(FollowUpFilter filter, int upTo) {
        return new Tallies(List.of(tally(filter, upTo))).ask(jdbc).getFirst();
    }

    /** The same as a question, to be asked together with others. */
    public Tally tally(FollowUpFilter filter, int upTo) {
        var sql = condition(filter);
        return new Tally("follow_up f where " + sql.where(), sql.params(), upTo);
    }

    /**
     * @throws UnknownThing if there is none the one who asks may see
     */
    public FollowUpDetails require(FollowUpId id) {
        var visible = Visible.to(current.actor());
        return jdbc
            .sql(COLUMNS + MORE + "from follow_up f " + JOINS
                    + "left join staff cb on cb.id = f.contacted_by left join staff xb on xb.id = f.closed_by"
                    + " where f.id = :id and " + visible.sql())
            .param("id", id.id())
            .params(visible.params())
            .query((rs, i) -> details(rs))
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** Whether a record goes back to follow-ups, seen or not, as a question. */
    public Tally anyBehind(UUID record) {
        return new Tally("follow_up_link l where l.record_id = :record", Map.of("record", record), 1);
    }

    /** The follow-ups a record goes back to. */
    public List<FollowUpRow> behind(UUID record) {
        var visible = Visible.to(current.actor());
        return jdbc
            .sql(COLUMNS + "from follow_up_link l join follow_up f on f.id = l.follow_up_id " + JOINS
                    + "where l.record_id = :record and " + visible.sql() + " order by f.opened_at limit 20")
            .param("record", record)
            .params(visible.params())
            .query((rs, i) -> row(rs))
            .list();
    }

    private FollowUpSql condition(FollowUpFilter filter) {
        return FollowUpSql.of(filter, Visible.to(current.actor()), clock.instant());
    }

    private FollowUpDetails details(ResultSet rs) throws SQLException {
        var row = row(rs);
        var channel = rs.getString("contacted_channel");
        var contact = rs.getObject("contact_id", UUID.class);
        return new FollowUpDetails(row, contact == null ? null : new ContactId(contact), rs.getString("contact_title"),
                rs.getString("decision_role"), rs.getObject("survey_id", UUID.class), rs.getString("survey_title"),
                rs.getObject("answered_on", LocalDate.class), rs.getObject("response_id", UUID.class),
                instant(rs, "contacted_at"), rs.getString("contacted_by_name"),
                channel == null ? null : ContactChannel.valueOf(channel), rs.getString("customer_said"),
                rs.getString("told"), rs.getString("closed_by_name"), reasons(row.id()), links(row.id()));
    }

    private List<FollowUpDetails.Reason> reasons(FollowUpId id) {
        return jdbc.sql("""
                select w.rule_id, l.name, l.name_en, w.evidence
                  from follow_up_reason w join follow_up_rule l on l.id = w.rule_id
                 where w.follow_up_id = ? order by l.sort, l.id""")
            .param(id.id())
            .query((rs, i) -> new FollowUpDetails.Reason(new RuleId(rs.getObject("rule_id", UUID.class)),
                    rs.getString("name"), rs.getString("name_en"), rs.getString("evidence")))
            .list();
    }

    private List<FollowUpDetails.Link> links(FollowUpId id) {
        return jdbc
            .sql("select kind, record_id, number from follow_up_link where follow_up_id = ? order by linked_at, id")
            .param(id.id())
            .query((rs, i) -> new FollowUpDetails.Link(LinkKind.valueOf(rs.getString("kind")),
                    rs.getObject("record_id", UUID.class), rs.getString("number")))
            .list();
    }

    private static FollowUpRow row(ResultSet rs) throws SQLException {
        var owner = rs.getObject("owner_id", UUID.class);
        var flow = rs.getString("flow");
        return new FollowUpRow(new FollowUpId(rs.getObject("id", UUID.class)), rs.getLong("version"),
                rs.getString("number"), FollowUpState.valueOf(rs.getString("state")),
                new CustomerId(rs.getObject("customer_id", UUID.class)), rs.getString("customer_name"),
                rs.getString("customer_name_en"), rs.getObject("tier", Integer.class), rs.getString("contact_name"),
                rs.getBoolean("confidential"), owner == null ? null : new StaffId(owner), rs.getString("owner_name"),
                requireNonNull(instant(rs, "opened_at")), requireNonNull(instant(rs, "due_at")),
                rs.getString("measure"), rs.getBigDecimal("points"), rs.getObject("points_most", Integer.class),
                rs.getBigDecimal("level"), rs.getString("quote"), rs.getString("cause"),
                flow == null ? null : Flow.valueOf(flow), rs.getString("outcome"), instant(rs, "closed_at"),
                rs.getString("survey_number"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Slice<FollowUpRow> cut(List<FollowUpRow> rows, FollowUpOrder order, int size,
            @Nullable Cursor from) {
        var more = rows.size() > size;
        var items = more ? rows.subList(0, size) : rows;
        var backwards = from != null && from.backwards();
        if (backwards) {
            items = items.reversed();
        }
        if (items.isEmpty()) {
            return new Slice<>(List.of(), null, null);
        }
        var last = items.getLast();
        var first = items.getFirst();
        return new Slice<>(List.copyOf(items), backwards || more ? Cursor.after(order.key(last), last.id().id()) : null,
                (backwards ? more : from != null) ? Cursor.before(order.key(first), first.id().id()) : null);
    }

}
