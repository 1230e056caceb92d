package io.cesm.governance.history;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.calendar.BusinessTime;
import io.cesm.domain.calendar.CalendarBook;
import io.cesm.domain.complaint.ClockTargets;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintKind;
import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.governance.Share;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Replays cases of other systems through the policies and calendars of today, and says
 * what would have been kept, how long they waited, and how often they were passed around.
 */
@Service
@Transactional
public class PastCases {

    private static final int BATCH = 500;

    private final ClockTargets targets;

    private final CalendarBook calendars;

    private final CurrentActor current;

    private final Clock clock;

    private final JdbcClient jdbc;

    private final JdbcTemplate batch;

    PastCases(ClockTargets targets, CalendarBook calendars, CurrentActor current, Clock clock, JdbcClient jdbc,
            JdbcTemplate batch) {
        this.targets = targets;
        this.calendars = calendars;
        this.current = current;
        this.clock = clock;
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** A system cases came from. */
    public record Source(String name, long cases, long replayed, long events) {
    }

    /**
     * What a group of cases comes to; hours are open hours.
     *
     * @param kept those solved within the target, of those that were solved
     */
    public record Line(int grade, long cases, Share kept, @Nullable BigDecimal usedMedian, @Nullable BigDecimal used90,
            @Nullable BigDecimal waitingMedian, @Nullable BigDecimal waiting90, BigDecimal handOffs, Share pingPong) {
    }

    /** How many cases changed hands so often. */
    public record Hands(String label, long cases) {
    }

    /** One case, as the list of the worst shows it. */
    public record Row(UUID id, String key, @Nullable String topic, @Nullable String product, int grade, int events,
            int holders, int handOffs, int pingPongs, long waitingMinutes, long usedMinutes, long targetMinutes,
            boolean ended) {
    }

    @Transactional(readOnly = true)
    public List<Source> sources() {
        current.actor().requireMay(Right.IMPORT);
        return jdbc.sql("""
                select c.source, count(*), count(c.replayed_at), coalesce(sum(e.n), 0) from past_case c
                  left join lateral (select count(*) as n from past_event e where e.case_id = c.id) e on true
                 group by c.source order by c.source""")
            .query((rs, i) -> new Source(rs.getString(1), rs.getLong(2), rs.getLong(3), rs.getLong(4)))
            .list();
    }

    /**
     * Walks all cases of a source through the clocks, whether they were walked before or
     * not: policies may have changed.
     * @return how many
     */
    public int replay(String source) {
        current.actor().requireMay(Right.IMPORT);
        var all = cases(source);
        var at = clock.instant().atOffset(ZoneOffset.UTC);
        Map<Integer, ClockTargets.Targets> byGrade = new HashMap<>();
        Map<String, BusinessTime> times = new HashMap<>();
        List<Object[]> rows = new ArrayList<>();
        for (var each : all.entrySet()) {
            var target = byGrade.computeIfAbsent(each.getValue().grade(), grade -> targets
                .of(new ClockTargets.Case(ComplaintKind.COMPLAINT, grade, null, ComplaintChannel.OTHER)));
            var time = times.computeIfAbsent(target.calendar(), code -> calendars.time(calendars.require(code)));
            var it = Replay.of(each.getValue().events(), time);
            rows.add(new Object[] { at, target.policy(), it.events(), it.holders(), it.handOffs(), it.pingPongs(),
                    it.waiting().toMinutes(), it.working().toMinutes(), it.customer().toMinutes(),
                    it.used().toMinutes(), (long) target.resolution(), it.ended(), each.getKey() });
        }
        for (int i = 0; i < rows.size(); i += BATCH) {
            batch.batchUpdate("""
                    update past_case set replayed_at = ?, policy = ?, events = ?, holders = ?, hand_offs = ?,
                           ping_pongs = ?, waiting_minutes = ?, working_minutes = ?, customer_minutes = ?,
                           used_minutes = ?, target_minutes = ?, ended = ? where id = ?""",
                    rows.subList(i, Math.min(rows.size(), i + BATCH)));
        }
        return rows.size();
    }

    private record Told(int grade, List<Replay.Event> events) {
    }

    private Map<UUID, Told> cases(String source) {
        Map<UUID, Told> cases = new HashMap<>();
        jdbc.sql("""
                select c.id, c.grade, e.at, e.state, e.holder from past_case c join past_event e on e.case_id = c.id
                 where c.source = :source order by c.id, e.at, e.line""").param("source", source).query(rs -> {
            cases.computeIfAbsent(rs.getObject(1, UUID.class), id -> told(rs))
                .events()
                .add(new Replay.Event(rs.getObject(3, OffsetDateTime.class).toInstant(),
                        PastState.valueOf(rs.getString(4)), rs.getString(5)));
        });
        return cases;
    }

    private static Told told(ResultSet rs) {
        try {
            return new Told(rs.getInt(2), new ArrayList<>());
        }
        catch (SQLException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** What the cases of a source come to, by grade; grade 0 is all of them. */
    @Transactional(readOnly = true)
    public List<Line> lines(String source) {
        current.actor().requireMay(Right.IMPORT);
        return jdbc.sql("""
                select coalesce(grade, 0) as grade, count(*) as n, count(*) filter (where ended) as ended,
                       count(*) filter (where ended and used_minutes <= target_minutes) as kept,
                       percentile_cont(0.5) within group (order by used_minutes) as u50,
                       percentile_cont(0.9) within group (order by used_minutes) as u90,
                       percentile_cont(0.5) within group (order by waiting_minutes) as w50,
                       percentile_cont(0.9) within group (order by waiting_minutes) as w90,
                       avg(hand_offs) as hands, count(*) filter (where ping_pongs > 0) as pings
                  from past_case where source = :source and replayed_at is not null
                 group by grouping sets ((grade), ()) having count(*) > 0 order by 1""")
            .param("source", source)
            .query((rs, i) -> new Line(rs.getInt("grade"), rs.getLong("n"),
                    new Share(rs.getLong("kept"), rs.getLong("ended")), hours(rs, "u50"), hours(rs, "u90"),
                    hours(rs, "w50"), hours(rs, "w90"),
                    rs.getBigDecimal("hands").setScale(2, java.math.RoundingMode.HALF_UP),
                    new Share(rs.getLong("pings"), rs.getLong("n"))))
            .list();
    }

    private static @Nullable BigDecimal hours(ResultSet rs, String column) throws SQLException {
        var minutes = rs.getBigDecimal(column);
        return minutes == null ? null : minutes.divide(BigDecimal.valueOf(60), 1, java.math.RoundingMode.HALF_UP);
    }

    /** How often cases changed hands. */
    @Transactional(readOnly = true)
    public List<Hands> hands(String source) {
        current.actor().requireMay(Right.IMPORT);
        return jdbc.sql("""
                select case when hand_offs <= 3 then hand_offs::text when hand_offs <= 6 then '4–6'
                            when hand_offs <= 12 then '7–12' else '13+' end as label, count(*), min(hand_offs)
                  from past_case where source = :source and replayed_at is not null group by 1 order by 3""")
            .param("source", source)
            .query((rs, i) -> new Hands(rs.getString(1), rs.getLong(2)))
            .list();
    }

    /** The cases of a source, those passed around most first. */
    @Transactional(readOnly = true)
    public Slice<Row> slice(String source, int size, @Nullable String cursor) {
        current.actor().requireMay(Right.IMPORT);
        var from = Cursor.parse(cursor, 3);
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("source", source);
        var after = "";
        if (from != null) {
            after = " and (ping_pongs, hand_offs, id) < (:pings, :hands, :id)";
            params.put("pings", from.number(0));
            params.put("hands", from.number(1));
            params.put("id", from.uuid(2));
        }
        var rows = jdbc
            .sql("select * from past_case where source = :source and replayed_at is not null" + after
                    + " order by ping_pongs desc, hand_offs desc, id desc limit " + (size + 1))
            .params(params)
            .query(PastCases::row)
            .list();
        return Slice.forward(rows, size, it -> Cursor.after(it.pingPongs(), it.handOffs(), it.id()));
    }

    /** How many there are, counted up to a limit. */
    @Transactional(readOnly = true)
    public int count(String source, int upTo) {
        return jdbc
            .sql("select count(*) from (select 1 from past_case where source = :source"
                    + " and replayed_at is not null limit " + upTo + ") n")
            .param("source", source)
            .query(Integer.class)
            .single();
    }

    private static Row row(ResultSet rs, int i) throws SQLException {
        return new Row(rs.getObject("id", UUID.class), Objects.requireNonNull(rs.getString("case_key")),
                rs.getString("topic"), rs.getString("product"), rs.getInt("grade"), rs.getInt("events"),
                rs.getInt("holders"), rs.getInt("hand_offs"), rs.getInt("ping_pongs"), rs.getLong("waiting_minutes"),
                rs.getLong("used_minutes"), rs.getLong("target_minutes"), rs.getBoolean("ended"));
    }

    /** Takes the cases of a source away again. */
    public void remove(String source) {
        current.actor().requireMay(Right.IMPORT);
        jdbc.sql("delete from past_case where source = :source").param("source", source).update();
    }

}
