package io.cesm.governance.workorder;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Piles;
import io.cesm.domain.kernel.Question;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitName;
import io.cesm.governance.Share;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks work orders up: those at customers within reach, and one's own wherever they are.
 */
@Component
@Transactional(readOnly = true)
public class WorkOrderBook {

    private static final String COLUMNS = """
            select w.*, c.number as complaint_number, c.subject, u.name as customer_name,
                   u.name_en as customer_name_en, k.name as contact_name, s.name as assignee_name,
                   (select p.value from contact_point p where p.contact_id = k.id and p.kind = 'PHONE'
                     order by p.preferred desc, p.id limit 1) as contact_phone
            """;

    private static final String JOINS = """
            join complaint c on c.id = w.complaint_id join customer u on u.id = w.customer_id
            join contact k on k.id = c.contact_id join staff s on s.id = w.assignee_id
            """;

    private final JdbcClient jdbc;

    private final CurrentActor current;

    WorkOrderBook(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** What first-time fix is shown by. */
    public enum By {

        UNIT, PRODUCT, PERSON

    }

    /**
     * How often the first visit was enough.
     *
     * @param fixed complaints that one visit solved and that stayed solved, of those
     * visited
     */
    public record FirstTime(String name, Share fixed) {
    }

    /** What is read of a work order, and whether the reader may open its customer. */
    private String columns() {
        return COLUMNS.stripTrailing() + ", " + current.actor().scope().sql("w.customer_id") + " as in_reach ";
    }

    private String select() {
        return columns() + "from work_order w " + JOINS + "where ";
    }

    private record Reach(String sql, Map<String, @Nullable Object> params) {
    }

    private Reach reach() {
        var actor = current.actor();
        Map<String, @Nullable Object> params = new LinkedHashMap<>(actor.scope().params());
        params.put("visitor", actor.staff() == null ? null : actor.staff().id());
        return new Reach("(" + actor.scope().sql("w.customer_id") + " or w.assignee_id = cast(:visitor as uuid))",
                params);
    }

    /**
     * A work order within reach.
     * @throws UnknownThing if there is none
     */
    public WorkOrder require(WorkOrderId id) {
        var reach = reach();
        return jdbc.sql(select() + "w.id = :id and " + reach.sql())
            .params(reach.params())
            .param("id", id.id())
            .query(WorkOrderBook::row)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** The latest planned first. */
    public Slice<WorkOrder> slice(WorkOrderFilter filter, int size, @Nullable String cursor) {
        var from = Cursor.parse(cursor, 2);
        var backwards = from != null && from.backwards();
        var asked = condition(filter);
        var sql = new StringBuilder(select()).append(asked.sql());
        if (from != null) {
            sql.append(" and (w.planned_from, w.id) ").append(backwards ? ">" : "<").append(" (:key, :keyId)");
            asked.params().put("key", requireNonNull(from.instant(0)).atOffset(ZoneOffset.UTC));
            asked.params().put("keyId", from.uuid(1));
        }
        var order = backwards ? " asc" : " desc";
        sql.append(" order by w.planned_from").append(order).append(", w.id").append(order);
        var rows = jdbc.sql(sql.append(" limit ").append(size + 1).toString())
            .params(asked.params())
            .query(WorkOrderBook::row)
            .list();
        return Slice.cut(rows, size, from, it -> new Object[] { it.plannedFrom(), it.id() });
    }

    /**
     * What a person still has to go out for, the earliest first, and beside it what of
     * that is late, each with how many there are, counted up to a limit, as a question.
     */
    public Question<List<Piles.Pile<WorkOrder>>> asking(StaffId who, Instant now, int size, int upTo) {
        var mine = condition(WorkOrderFilter.ALL.open().of(who));
        var late = new LinkedHashMap<>(mine.params());
        late.put("now", utc(now));
        var piles = new Piles<>(columns(), "work_order w", JOINS, current.actor().scope().params(), WorkOrderBook::row);
        return piles.of(List.of(new Piles.Wanted(mine.sql(), "w.planned_from, w.id", mine.params()),
                new Piles.Wanted(mine.sql() + " and w.state in ('PLANNED', 'ON_THE_WAY') and w.planned_to < :now",
                        "w.planned_from, w.id", late)),
                size, upTo);
    }

    /** How many there are, counted up to a limit. */
    public int count(WorkOrderFilter filter, int upTo) {
        var asked = condition(filter);
        return jdbc
            .sql("select count(*) from (select 1 from work_order w where " + asked.sql() + " limit " + upTo + ") n")
            .params(asked.params())
            .query(Integer.class)
            .single();
    }

    private Reach condition(WorkOrderFilter filter) {
        var reach = reach();
        List<String> all = new ArrayList<>(List.of(reach.sql()));
        var params = reach.params();
        if (filter.openOnly()) {
            all.add("w.ended_at is null");
        }
        narrow("w.state = :state", "state", filter.state() == null ? null : filter.state().name(), all, params);
        narrow("w.assignee_id = :assignee", "assignee", filter.assignee() == null ? null : filter.assignee().id(), all,
                params);
        narrow("w.complaint_id = :complaint", "complaint", filter.complaint() == null ? null : filter.complaint().id(),
                all, params);
        narrow("w.planned_from >= :from", "from", utc(filter.from()), all, params);
        narrow("w.planned_from < :to", "to", utc(filter.to()), all, params);
        return new Reach(String.join(" and ", all), params);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static void narrow(String condition, String name, @Nullable Object value, List<String> all,
            Map<String, @Nullable Object> params) {
        if (value != null) {
            all.add(condition);
            params.put(name, value);
        }
    }

    /** Parts and photos of a work order that was found within reach. */
    public WorkOrder.Evidence evidence(WorkOrderId id) {
        return new WorkOrder.Evidence(
                jdbc.sql("select name, quantity, serial from work_order_part where work_order_id = :id order by pos")
                    .param("id", id.id())
                    .query((rs, i) -> new WorkOrder.Part(rs.getString(1), rs.getBigDecimal(2), rs.getString(3)))
                    .list(),
                jdbc.sql("""
                        select f.id, f.name, f.media_type from work_order_file x join stored_file f on f.id = x.file_id
                         where x.work_order_id = :id order by x.added_at, f.id""")
                    .param("id", id.id())
                    .query((rs, i) -> new WorkOrder.Photo(rs.getObject(1, UUID.class), rs.getString(2),
                            rs.getString(3)))
                    .list());
    }

    /**
     * First-time fix: of the complaints somebody went out for, those that the first visit
     * solved, without another visit and without being reopened.
     */
    public List<FirstTime> firstTimeFix(By by, Instant from, Instant to) {
        var scope = current.actor().scope();
        var group = switch (by) {
            case UNIT -> "coalesce(" + UnitName.sql("o") + ", '–')";
            case PRODUCT -> "coalesce(nullif(first.product, ''), '–')";
            case PERSON -> "s.name";
        };
        return jdbc
            .sql("with ended as (select w.*, row_number() over (partition by w.complaint_id order by w.ended_at, w.id) as nth"
                    + " from work_order w where w.state in ('DONE', 'NOT_DONE')), first as (select * from ended where nth = 1"
                    + " and ended_at >= :from and ended_at < :to) select " + group + " as name, count(*) as n,"
                    + " count(*) filter (where first.state = 'DONE' and first.solved and c.reopened_count = 0"
                    + " and not exists (select 1 from work_order m where m.complaint_id = first.complaint_id and m.id <> first.id"
                    + " and m.state <> 'CANCELLED')) as fixed from first join complaint c on c.id = first.complaint_id"
                    + " join customer u on u.id = first.customer_id left join org_unit o on o.id = u.unit_id"
                    + " join staff s on s.id = first.assignee_id where " + scope.sql("first.customer_id")
                    + " group by 1 order by n desc, name limit 200")
            .params(scope.params())
            .param("from", from.atOffset(ZoneOffset.UTC))
            .param("to", to.atOffset(ZoneOffset.UTC))
            .query((rs, i) -> new FirstTime(rs.getString("name"), new Share(rs.getLong("fixed"), rs.getLong("n"))))
            .list();
    }

    private static WorkOrder row(ResultSet rs, int i) throws SQLException {
        var reason = rs.getString("not_done_reason");
        return new WorkOrder(new WorkOrderId(rs.getObject("id", UUID.class)), rs.getString("number"),
                new ComplaintId(rs.getObject("complaint_id", UUID.class)), rs.getString("complaint_number"),
                rs.getString("subject"), new CustomerId(rs.getObject("customer_id", UUID.class)),
                rs.getBoolean("in_reach"), rs.getString("customer_name"), rs.getString("customer_name_en"),
                rs.getString("contact_name"), rs.getString("contact_phone"),
                new StaffId(rs.getObject("assignee_id", UUID.class)), rs.getString("assignee_name"),
                rs.getString("task"), rs.getString("site"), rs.getString("product"),
                requireNonNull(at(rs, "planned_from")), requireNonNull(at(rs, "planned_to")),
                WorkOrderState.valueOf(rs.getString("state")), at(rs, "way_at"), at(rs, "arrived_at"),
                at(rs, "ended_at"), rs.getObject("solved", Boolean.class), rs.getString("outcome"),
                reason == null ? null : NotDone.valueOf(reason), rs.getString("signed_name"),
                rs.getObject("signature_id", UUID.class), rs.getLong("version"));
    }

    private static @Nullable Instant at(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

}
