package io.cesm.domain.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.cesm.domain.calendar.BusinessCalendar;
import io.cesm.domain.calendar.CalendarBook;
import io.cesm.domain.customer.CustomerName;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works the clocks of open complaints out anew by the policies and calendars of today.
 * That never happens by itself: first it is shown what would change, then it is asked
 * for.
 */
@Service
public class RecomputingClocks {

    private static final int SHOWN = 300;

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final JdbcClient jdbc;

    private final ClockRows rows;

    private final ComplaintDesk desk;

    private final CalendarBook calendars;

    private final ObjectProvider<ClockTargets> policies;

    private final CurrentActor current;

    private final Timeline timeline;

    private final SchedulerClient jobs;

    private final TransactionTemplate transactions;

    RecomputingClocks(JdbcClient jdbc, ClockRows rows, ComplaintDesk desk, CalendarBook calendars,
            ObjectProvider<ClockTargets> policies, CurrentActor current, Timeline timeline, @Lazy SchedulerClient jobs,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.desk = desk;
        this.calendars = calendars;
        this.policies = policies;
        this.current = current;
        this.timeline = timeline;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /** What would change of one clock. */
    public record Shift(ComplaintId complaint, String number, String customer, ClockKind kind, String policyBefore,
            String policyAfter, long minutesBefore, long minutesAfter, @Nullable Instant dueBefore,
            @Nullable Instant dueAfter) {
    }

    /**
     * What would change.
     *
     * @param open how many open clocks there are
     * @param shifts the first of those that change
     */
    public record Preview(int open, int changing, List<Shift> shifts) {
    }

    /** A run that was asked for. */
    public record Run(UUID id, Instant requestedAt, @Nullable String requestedBy, int lookedAt, int changed,
            @Nullable Instant finishedAt) {
    }

    /** What is needed of a complaint to work its clocks out. */
    private record Open(ComplaintId id, String number, String customer, ClockTargets.Case asked, String calendar,
            int calendarVersion, ComplaintClock clock) {
    }

    /** A clock with the one it becomes, and the calendar it is counted by then. */
    private record Pair(Open open, ComplaintClock after, BusinessCalendar calendar) {

        boolean changes() {
            var before = open.clock();
            return !Objects.equals(before.dueAt(), after.dueAt()) || !before.target().equals(after.target())
                    || !before.policy().equals(after.policy()) || open.calendarVersion() != calendar.version()
                    || !open.calendar().equals(calendar.code());
        }

        Shift shift() {
            var before = open.clock();
            return new Shift(open.id(), open.number(), open.customer(), before.kind(), before.policy(), after.policy(),
                    before.target().toMinutes(), after.target().toMinutes(), before.dueAt(), after.dueAt());
        }

    }

    /** Shows what would change now. */
    @Transactional(readOnly = true)
    public Preview preview() {
        current.actor().requireMay(Right.SETTINGS);
        var pairs = pairs(null);
        var shifts = pairs.stream().filter(Pair::changes).map(Pair::shift).toList();
        return new Preview(pairs.size(), shifts.size(), shifts.subList(0, Math.min(SHOWN, shifts.size())));
    }

    /** Asks for it; a job does it. */
    @Transactional
    public UUID apply() {
        current.actor().requireMay(Right.SETTINGS);
        var id = Uuid7.next();
        var staff = current.actor().staff();
        jdbc.sql("insert into clock_recompute (id, requested_at, requested_by) values (:id, :now, :by)")
            .param("id", id)
            .param("now", now())
            .param("by", staff == null ? null : staff.id())
            .update();
        jobs.scheduleIfNotExists(new TaskInstance<>(Jobs.NAME, id.toString()), desk.instant());
        return id;
    }

    /** The latest runs. */
    @Transactional(readOnly = true)
    public List<Run> runs() {
        return jdbc
            .sql("select r.*, s.name from clock_recompute r left join staff s on s.id = r.requested_by"
                    + " order by r.requested_at desc limit 10")
            .query((rs, i) -> new Run(rs.getObject("id", UUID.class), at(rs, "requested_at"), rs.getString("name"),
                    rs.getInt("looked_at"), rs.getInt("changed"), instant(rs, "finished_at")))
            .list();
    }

    /** Does it, each complaint for itself; what was done is not done again. */
    void run(UUID id) {
        var ids = jdbc
            .sql("select distinct c.id from complaint c join complaint_clock k on k.complaint_id = c.id"
                    + " where c.closed_at is null and k.state in ('RUNNING', 'PAUSED') order by c.id")
            .query((rs, i) -> new ComplaintId(rs.getObject(1, UUID.class)))
            .list();
        int changed = 0;
        for (var each : ids) {
            changed += Objects.requireNonNullElse(transactions.execute(status -> recompute(each)), 0);
        }
        jdbc.sql("update clock_recompute set looked_at = :all, changed = changed + :changed, finished_at = :now"
                + " where id = :id")
            .param("all", ids.size())
            .param("changed", changed)
            .param("now", now())
            .param("id", id)
            .update();
    }

    private int recompute(ComplaintId id) {
        jdbc.sql("select 1 from complaint where id = :id for no key update")
            .param("id", id.id())
            .query(Integer.class)
            .single();
        var changing = pairs(id).stream().filter(Pair::changes).toList();
        if (changing.isEmpty()) {
            return 0;
        }
        Map<ClockKind, ComplaintClock> clocks = new EnumMap<>(rows.of(id));
        changing.forEach(it -> clocks.put(it.after().kind(), it.after()));
        rows.keep(id, clocks, changing.getFirst().calendar());
        var change = Change.of(ComplaintHistory.subject(desk.anywhere(id)), "CLOCKS_RECOMPUTED");
        for (var each : changing) {
            change = change.with("due" + each.after().kind(), said(each.open().clock().dueAt()),
                    said(each.after().dueAt()));
        }
        timeline.record(change);
        desk.wake(id);
        return 1;
    }

    private static @Nullable String said(@Nullable Instant at) {
        return at == null ? null : WORDS.format(at.atZone(CompanyTime.ZONE));
    }

    private List<Pair> pairs(@Nullable ComplaintId only) {
        var policy = policies.getIfAvailable();
        if (policy == null) {
            return List.of();
        }
        Map<ClockTargets.Case, ClockTargets.Targets> targets = new HashMap<>();
        Map<String, BusinessCalendar> newest = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (var each : open(only)) {
            var target = targets.computeIfAbsent(each.asked(), policy::of);
            var calendar = newest.computeIfAbsent(target.calendar(), calendars::require);
            pairs.add(new Pair(each, each.clock()
                .recount(target.policy(), Duration.ofMinutes(target.of(each.clock().kind())), calendars.time(calendar)),
                    calendar));
        }
        return pairs;
    }

    private List<Open> open(@Nullable ComplaintId only) {
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        if (only != null) {
            params.put("only", only.id());
        }
        return jdbc
            .sql("""
                    select k.*, c.id as complaint, c.number, %s as customer, c.kind as complaint_kind, c.grade, c.tier,
                           c.channel, b.code as calendar_code
                      from complaint c
                      join complaint_clock k on k.complaint_id = c.id and k.state in ('RUNNING', 'PAUSED')
                      join business_calendar b on b.id = k.calendar_id
                      join customer u on u.id = c.customer_id
                     where c.closed_at is null and """.formatted(CustomerName.sql("u")) + scope.sql("c.customer_id")
                    + (only == null ? "" : " and c.id = :only") + " order by k.due_at nulls last, c.id, k.kind")
            .params(params)
            .query((rs, i) -> new Open(new ComplaintId(rs.getObject("complaint", UUID.class)), rs.getString("number"),
                    rs.getString("customer"),
                    new ClockTargets.Case(ComplaintKind.valueOf(rs.getString("complaint_kind")), rs.getInt("grade"),
                            rs.getObject("tier", Integer.class), ComplaintChannel.valueOf(rs.getString("channel"))),
                    rs.getString("calendar_code"), rs.getInt("calendar_version"), ClockRows.clock(rs, i)))
            .list();
    }

    private OffsetDateTime now() {
        return desk.instant().atOffset(ZoneOffset.UTC);
    }

    private static Instant at(ResultSet rs, String column) throws SQLException {
        return Objects.requireNonNull(instant(rs, column));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        return ComplaintRegister.at(rs, column);
    }

    /** The job that does it. */
    @Configuration(proxyBeanMethods = false)
    static class Jobs {

        static final String NAME = "clock-recompute";

        @Bean
        OneTimeTask<Void> clockRecompute(ObjectProvider<RecomputingClocks> recomputing) {
            return Tasks.oneTime(NAME)
                .execute((instance, context) -> Acting.as(Actor.system("CESM"),
                        () -> recomputing.getObject().run(UUID.fromString(instance.getId()))));
        }

    }

}
