package io.cesm.domain.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.calendar.BusinessCalendar;
import io.cesm.domain.calendar.CalendarId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The clocks in the database; the complaint carries the moment that comes first. */
@Component
class ClockRows {

    private final JdbcClient jdbc;

    ClockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<ClockKind, ComplaintClock> of(ComplaintId id) {
        Map<ClockKind, ComplaintClock> clocks = new EnumMap<>(ClockKind.class);
        jdbc.sql("select * from complaint_clock where complaint_id = :id")
            .param("id", id.id())
            .query(ClockRows::clock)
            .list()
            .forEach(it -> clocks.put(it.kind(), it));
        return clocks;
    }

    /** A version of a calendar. */
    record CalendarVersion(CalendarId id, String code, int version) {
    }

    @Nullable CalendarVersion calendar(ComplaintId id) {
        return jdbc.sql("""
                select c.id, c.code, k.calendar_version from complaint_clock k
                  join business_calendar c on c.id = k.calendar_id
                 where k.complaint_id = :id order by k.began_at desc limit 1""")
            .param("id", id.id())
            .query((rs, i) -> new CalendarVersion(new CalendarId(rs.getObject(1, UUID.class)), rs.getString(2),
                    rs.getInt(3)))
            .optional()
            .orElse(null);
    }

    /** A clock with the version of the calendar it is counted in. */
    record Timed(ComplaintClock clock, CalendarId calendar, String code, int version) {
    }

    /** Latest first. */
    List<Timed> timed(ComplaintId id) {
        return jdbc.sql("""
                select k.*, c.code from complaint_clock k join business_calendar c on c.id = k.calendar_id
                 where k.complaint_id = :id order by k.began_at desc""")
            .param("id", id.id())
            .query((rs, i) -> new Timed(clock(rs, i), new CalendarId(rs.getObject("calendar_id", UUID.class)),
                    rs.getString("code"), rs.getInt("calendar_version")))
            .list();
    }

    static ComplaintClock clock(ResultSet rs, int i) throws SQLException {
        return new ComplaintClock(ClockKind.valueOf(rs.getString("kind")), rs.getString("policy"),
                Duration.ofMinutes(rs.getInt("target_minutes")), ClockState.valueOf(rs.getString("state")),
                Objects.requireNonNull(at(rs, "began_at")), Duration.ofNanos(rs.getLong("used") * 1_000),
                at(rs, "running_since"), at(rs, "due_at"), at(rs, "warn_at"), rs.getInt("paused_times"),
                at(rs, "stopped_at"));
    }

    /** What the customer waits for next, and from when on it is nearly late. */
    record Next(@Nullable OffsetDateTime due, @Nullable OffsetDateTime warn) {
    }

    /** Keeps clocks; the complaint has yet to be told which moment comes first. */
    Next set(ComplaintId id, Map<ClockKind, ComplaintClock> clocks, BusinessCalendar calendar) {
        for (var each : clocks.values()) {
            keep(id, each, calendar);
        }
        var first = clocks.values()
            .stream()
            .filter(it -> it.dueAt() != null)
            .min(Comparator.comparing(it -> Objects.requireNonNull(it.dueAt())))
            .orElse(null);
        return new Next(utc(first == null ? null : first.dueAt()), utc(first == null ? null : first.warnAt()));
    }

    void keep(ComplaintId id, Map<ClockKind, ComplaintClock> clocks, BusinessCalendar calendar) {
        var next = set(id, clocks, calendar);
        jdbc.sql("""
                update complaint set due_at = :due, warn_at = :warn,
                       clock_version = clock_version + case when due_at is distinct from :due then 1 else 0 end
                 where id = :id and (due_at is distinct from :due or warn_at is distinct from :warn)""")
            .param("due", next.due())
            .param("warn", next.warn())
            .param("id", id.id())
            .update();
    }

    private void keep(ComplaintId id, ComplaintClock it, BusinessCalendar calendar) {
        jdbc.sql("""
                insert into complaint_clock (complaint_id, kind, policy, calendar_id, calendar_version, target_minutes,
                       state, began_at, used, running_since, due_at, warn_at, paused_times, stopped_at)
                values (:id, :kind, :policy, :calendar, :calendarVersion, :target, :state, :began, :used, :since, :due,
                       :warn, :paused, :stopped)
                on conflict (complaint_id, kind) do update set policy = excluded.policy,
                       calendar_id = excluded.calendar_id, calendar_version = excluded.calendar_version,
                       target_minutes = excluded.target_minutes, state = excluded.state, began_at = excluded.began_at,
                       used = excluded.used, running_since = excluded.running_since, due_at = excluded.due_at,
                       warn_at = excluded.warn_at, paused_times = excluded.paused_times,
                       stopped_at = excluded.stopped_at
                 where (complaint_clock.state, complaint_clock.began_at, complaint_clock.used,
                        complaint_clock.running_since, complaint_clock.target_minutes, complaint_clock.due_at)
                       is distinct from (excluded.state, excluded.began_at, excluded.used, excluded.running_since,
                        excluded.target_minutes, excluded.due_at)""")
            .param("id", id.id())
            .param("kind", it.kind().name())
            .param("policy", it.policy())
            .param("calendar", calendar.id().id())
            .param("calendarVersion", calendar.version())
            .param("target", it.target().toMinutes())
            .param("state", it.state().name())
            .param("began", utc(it.beganAt()))
            .param("used", it.used().toNanos() / 1_000)
            .param("since", utc(it.runningSince()))
            .param("due", utc(it.dueAt()))
            .param("warn", utc(it.warnAt()))
            .param("paused", it.pausedTimes())
            .param("stopped", utc(it.stoppedAt()))
            .update();
    }

    /** Cycles that are over; the next one of the same kind has begun. */
    void keepGone(ComplaintId id, List<ComplaintClock> gone) {
        for (var it : gone) {
            jdbc.sql("""
                    insert into complaint_clock_gone (complaint_id, kind, policy, target_minutes, state, began_at, used,
                           paused_times, stopped_at)
                    values (:id, :kind, :policy, :target, :state, :began, :used, :paused, :stopped)
                    on conflict do nothing""")
                .param("id", id.id())
                .param("kind", it.kind().name())
                .param("policy", it.policy())
                .param("target", it.target().toMinutes())
                .param("state", it.state().name())
                .param("began", utc(it.beganAt()))
                .param("used", it.used().toNanos() / 1_000)
                .param("paused", it.pausedTimes())
                .param("stopped", utc(it.stoppedAt()))
                .update();
        }
    }

    /** How many earlier cycles of each kind were kept and missed. */
    Map<ClockKind, EarlierCycles> earlier(ComplaintId id) {
        Map<ClockKind, EarlierCycles> earlier = new EnumMap<>(ClockKind.class);
        jdbc.sql(
                """
                        select kind, count(*) filter (where state = 'MET') as met, count(*) filter (where state = 'LATE') as late
                          from complaint_clock_gone where complaint_id = :id and state in ('MET', 'LATE') group by kind""")
            .param("id", id.id())
            .query(rs -> {
                earlier.put(ClockKind.valueOf(rs.getString("kind")),
                        new EarlierCycles(rs.getInt("met"), rs.getInt("late")));
            });
        return earlier;
    }

    private static @Nullable Instant at(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

}
