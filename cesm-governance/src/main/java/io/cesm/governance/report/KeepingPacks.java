package io.cesm.governance.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.Scope;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The satisfaction reports of units: drafted with the figures of a month, edited,
 * released and frozen. Who sees a unit sees its reports.
 */
@Service
@Transactional
public class KeepingPacks {

    private static final String COLUMNS = """
            select p.id, p.number, p.unit_id, u.name as unit_name, u.name_en as unit_name_en, p.month, p.state, p.as_of,
                   p.released_at, s.name as released_by, p.version%s
              from report_pack p join org_unit u on u.id = p.unit_id left join staff s on s.id = p.released_by
             where\s""";

    private final JdbcClient jdbc;

    private final RecordNumbers numbers;

    private final CurrentActor current;

    private final Timeline timeline;

    private final Clock clock;

    KeepingPacks(JdbcClient jdbc, RecordNumbers numbers, CurrentActor current, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.current = current;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Whether the one who asks may write the report of a unit. */
    public void requireMayWrite(UnitId unit, YearMonth month) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        requireSees(unit);
        if (month.isAfter(YearMonth.from(CompanyTime.today(clock)))) {
            throw new FieldRefusal("month", "report.future");
        }
    }

    /**
     * Keeps a draft; one of the same unit and month is written anew.
     * @param content sections as JSON
     */
    public PackId draft(UnitId unit, YearMonth month, String content, boolean demo) {
        requireMayWrite(unit, month);
        var now = now();
        var known = jdbc.sql("select id, state from report_pack where unit_id = ? and month = ? for update")
            .params(unit.id(), month.atDay(1))
            .query((rs, i) -> Map.entry(rs.getObject("id", UUID.class), rs.getString("state")))
            .optional();
        if (known.isPresent() && known.get().getValue().equals(PackState.RELEASED.name())) {
            throw new Refusal("report.released");
        }
        var id = known.map(Map.Entry::getKey).orElseGet(() -> Uuid7.at(clock.instant().toEpochMilli()));
        if (known.isPresent()) {
            jdbc.sql("update report_pack set content = cast(? as jsonb), as_of = ?, changed_at = ?,"
                    + " version = version + 1 where id = ?")
                .params(content, now, now, id)
                .update();
        }
        else {
            jdbc.sql(
                    """
                            insert into report_pack (id, number, unit_id, month, state, content, as_of, demo, created_at, changed_at, version)
                            values (?, ?, ?, ?, 'DRAFT', cast(? as jsonb), ?, ?, ?, ?, 0)""")
                .params(id, numbers.next("R"), unit.id(), month.atDay(1), content, now, demo, now, now)
                .update();
        }
        note(new PackId(id), known.isPresent() ? "REPORT_REDRAFTED" : "REPORT_DRAFTED");
        return new PackId(id);
    }

    /** Whether there is a report of this unit and month. */
    @Transactional(readOnly = true)
    public boolean has(UnitId unit, YearMonth month) {
        return jdbc.sql("select count(*) from report_pack where unit_id = ? and month = ?")
            .params(unit.id(), month.atDay(1))
            .query(Long.class)
            .single() > 0;
    }

    /** Replaces what stands in a draft, if nobody else has done so since. */
    public void edit(PackId id, long seen, String content) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        open(id, seen);
        jdbc.sql(
                "update report_pack set content = cast(? as jsonb), changed_at = ?, version = version + 1 where id = ?")
            .params(content, now(), id.id())
            .update();
        note(id, "REPORT_EDITED");
    }

    /** From now on nothing in it changes. */
    public void release(PackId id, long seen) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        open(id, seen);
        jdbc.sql("""
                update report_pack set state = 'RELEASED', released_at = :now, released_by = :by, changed_at = :now,
                       version = version + 1 where id = :id""")
            .param("now", now())
            .param("by", current.actor().requireStaff().id())
            .param("id", id.id())
            .update();
        note(id, "REPORT_RELEASED");
    }

    @Transactional(readOnly = true)
    public Slice<PackRow> slice(int size, @Nullable String cursor) {
        var scope = current.actor().scope();
        var from = Cursor.parse(cursor, 2);
        var sql = COLUMNS.formatted("") + visible(scope)
                + ((from == null) ? "" : " and (p.month, p.id) < (:month, :key)")
                + " order by p.month desc, p.id desc limit :limit";
        var query = jdbc.sql(sql).params(scope.params()).param("limit", size + 1);
        if (from != null) {
            query = query.param("month", from.date(0)).param("key", from.uuid(1));
        }
        return Slice.forward(query.query((rs, i) -> row(rs)).list(), size,
                it -> Cursor.after(it.month(), it.id().id()));
    }

    /** The latest released report the reader sees; null if there is none. */
    @Transactional(readOnly = true)
    public @Nullable PackRow latest() {
        var scope = current.actor().scope();
        return jdbc
            .sql(COLUMNS.formatted("") + visible(scope)
                    + " and p.state = 'RELEASED' order by p.month desc, length(u.path), p.id limit 1")
            .params(scope.params())
            .query((rs, i) -> row(rs))
            .optional()
            .orElse(null);
    }

    /**
     * @throws UnknownThing if there is none the one who asks may see
     */
    @Transactional(readOnly = true)
    public Pack require(PackId id) {
        var scope = current.actor().scope();
        return jdbc.sql(COLUMNS.formatted(", p.content") + "p.id = :id and " + visible(scope))
            .param("id", id.id())
            .params(scope.params())
            .query((rs, i) -> new Pack(row(rs), rs.getString("content")))
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    private void open(PackId id, long seen) {
        var head = require(id).head();
        if (head.state() == PackState.RELEASED) {
            throw new Refusal("report.released");
        }
        long version = jdbc.sql("select version from report_pack where id = ? for update")
            .param(id.id())
            .query(Long.class)
            .single();
        StaleVersion.check(seen, version);
    }

    private void requireSees(UnitId unit) {
        var scope = current.actor().scope();
        if (!scope.everything() && !scope.units().contains(unit)) {
            throw new UnknownThing();
        }
    }

    private static String visible(Scope scope) {
        return scope.everything() ? "true" : scope.units().isEmpty() ? "false" : "p.unit_id = any(:scopeUnits)";
    }

    private void note(PackId id, String action) {
        var number = jdbc.sql("select number from report_pack where id = ?")
            .param(id.id())
            .query(String.class)
            .single();
        timeline.record(Change.of(new Subject("REPORT", id.id(), number, null), action));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static PackRow row(ResultSet rs) throws SQLException {
        return new PackRow(new PackId(rs.getObject("id", UUID.class)), rs.getString("number"),
                new UnitId(rs.getObject("unit_id", UUID.class)), rs.getString("unit_name"),
                rs.getString("unit_name_en"), rs.getObject("month", LocalDate.class),
                PackState.valueOf(rs.getString("state")), moment(rs, "as_of", Instant.EPOCH),
                rs.getObject("released_at") == null ? null : moment(rs, "released_at", Instant.EPOCH),
                rs.getString("released_by"), rs.getLong("version"));
    }

    private static Instant moment(ResultSet rs, String column, Instant none) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return (at == null) ? none : at.toInstant();
    }

}
