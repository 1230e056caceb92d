package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import io.cesm.domain.calendar.CalendarBook;
import io.cesm.domain.complaint.Escalation.Reason;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.TeamBook;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks after complaints that are not answered: who nobody takes is locked onto the iron
 * triangle, what is nearly due goes to the triangle, what is overdue to the heads of the
 * unit, what stays overdue to the office. Whatever calls it and however often, each level
 * happens once for each setting of the clock.
 */
@Service
@Transactional
public class EscalatingComplaints {

    private static final List<Role> TRIANGLE = List.of(Role.FR, Role.SR, Role.AR);

    private static final int AT_ONCE = 200;

    private final ComplaintDesk desk;

    private final HandingComplaints handing;

    private final ClockRows clocks;

    private final CalendarBook calendars;

    private final TeamBook teams;

    private final Notices notices;

    private final JdbcClient jdbc;

    EscalatingComplaints(ComplaintDesk desk, HandingComplaints handing, ClockRows clocks, CalendarBook calendars,
            TeamBook teams, Notices notices, JdbcClient jdbc) {
        this.desk = desk;
        this.handing = handing;
        this.clocks = clocks;
        this.calendars = calendars;
        this.teams = teams;
        this.notices = notices;
        this.jdbc = jdbc;
    }

    /** What a look needs to know, read while the row is held. */
    private record Held(CustomerId customer, int clockVersion, @Nullable Instant dueAt, @Nullable Instant warnAt,
            boolean open) {
    }

    /** Looks at one complaint now; a timer or the sweeper calls. */
    public void look(ComplaintId id) {
        Acting.as(Actor.system("CESM"), () -> lookNow(id));
    }

    private void lookNow(ComplaintId id) {
        var held = jdbc
            .sql("select customer_id, clock_version, due_at, warn_at, closed_at is null as open from complaint"
                    + " where id = :id for update")
            .param("id", id.id())
            .query((rs, i) -> new Held(new CustomerId(rs.getObject("customer_id", UUID.class)),
                    rs.getInt("clock_version"), ComplaintRegister.at(rs, "due_at"), ComplaintRegister.at(rs, "warn_at"),
                    rs.getBoolean("open")))
            .optional()
            .orElse(null);
        if (held == null || !held.open()) {
            return;
        }
        var complaint = desk.anywhere(id);
        var now = desk.now().at();
        handing.expire(complaint, now);
        if (complaint.owner() == null && isDue(takeBy(complaint), now)) {
            lock(complaint, held, now);
        }
        if (isDue(held.warnAt(), now)) {
            escalate(complaint, held, 2, Reason.NEARLY_DUE, triangle(held.customer()), now);
        }
        if (isDue(held.dueAt(), now)) {
            escalate(complaint, held, 3, Reason.OVERDUE, heads(held.customer()), now);
        }
        if (isDue(longOverdueFrom(complaint, held), now)) {
            escalate(complaint, held, 4, Reason.LONG_OVERDUE, office(), now);
        }
        arm(complaint, held, now);
    }

    private static boolean isDue(@Nullable Instant moment, Instant now) {
        return moment != null && !moment.isAfter(now);
    }

    /**
     * Half of the time for the first answer is the time to find somebody who takes it.
     */
    private @Nullable Instant takeBy(Complaint complaint) {
        var first = clocks.of(complaint.id()).get(ClockKind.FIRST_RESPONSE);
        var calendar = clocks.calendar(complaint.id());
        return first == null || calendar == null ? null
                : calendars.time(calendars.require(calendar.code(), calendar.version()))
                    .add(first.beganAt(), first.target().dividedBy(2));
    }

    /** Half of its own target after it was due. */
    private @Nullable Instant longOverdueFrom(Complaint complaint, Held held) {
        var due = held.dueAt();
        var calendar = clocks.calendar(complaint.id());
        if (due == null || calendar == null) {
            return null;
        }
        var target = Duration.ofHours(8);
        for (var each : clocks.of(complaint.id()).values()) {
            target = due.equals(each.dueAt()) ? each.target() : target;
        }
        return calendars.time(calendars.require(calendar.code(), calendar.version())).add(due, target.dividedBy(2));
    }

    /**
     * Locks it onto the first of the iron triangle there is, else onto a head of the
     * unit.
     */
    private void lock(Complaint complaint, Held held, Instant now) {
        var today = desk.now().today();
        for (var role : TRIANGLE) {
            var staff = teams.staffOf(held.customer(), role, today).orElse(null);
            if (staff != null) {
                lock(complaint, held, staff, role, now);
                return;
            }
        }
        heads(held.customer()).stream().findFirst().ifPresent(it -> lock(complaint, held, it, Role.MANAGER, now));
    }

    private void lock(Complaint complaint, Held held, StaffId staff, Role role, Instant now) {
        if (!mark(complaint.id(), 1, held.clockVersion(), Reason.UNOWNED, 1, now)) {
            return;
        }
        desk.lock(complaint, staff, role);
        notices.tell(staff, "COMPLAINT_LOCKED", ComplaintHistory.subject(complaint), Map.of(),
                complaint.id() + "/" + held.clockVersion());
    }

    private void escalate(Complaint complaint, Held held, int level, Reason reason, Collection<StaffId> people,
            Instant now) {
        Set<StaffId> told = new LinkedHashSet<>(people);
        if (complaint.owner() != null) {
            told.add(requireNonNull(complaint.owner()));
        }
        if (!mark(complaint.id(), level, held.clockVersion(), reason, told.size(), now)) {
            return;
        }
        desk.note(complaint, "ESCALATED_" + level, null);
        told.forEach(it -> notices.tell(it, "COMPLAINT_ESCALATED_" + level, ComplaintHistory.subject(complaint),
                Map.of(), complaint.id() + "/" + held.clockVersion()));
    }

    /** Whether it is the first time: the key of the row decides, not a look before. */
    private boolean mark(ComplaintId id, int level, int clockVersion, Reason reason, int told, Instant now) {
        return jdbc
            .sql("insert into complaint_escalation (complaint_id, level, clock_version, reason, at, told)"
                    + " values (:id, :level, :version, :reason, :at, :told) on conflict do nothing")
            .param("id", id.id())
            .param("level", level)
            .param("version", clockVersion)
            .param("reason", reason.name())
            .param("at", now.atOffset(ZoneOffset.UTC))
            .param("told", told)
            .update() == 1;
    }

    private void arm(Complaint complaint, Held held, Instant now) {
        var moments = new TreeSet<Instant>();
        for (var each : new @Nullable Instant[] { complaint.owner() == null ? takeBy(complaint) : null, held.warnAt(),
                held.dueAt(), longOverdueFrom(complaint, held) }) {
            if (each != null && each.isAfter(now)) {
                moments.add(each);
            }
        }
        if (!moments.isEmpty()) {
            desk.arm(complaint.id(), moments.first());
        }
    }

    private List<StaffId> triangle(CustomerId customer) {
        var today = desk.now().today();
        return TRIANGLE.stream().flatMap(role -> teams.staffOf(customer, role, today).stream()).toList();
    }

    /** The managers of the customer's unit and of those above, the nearest first. */
    private List<StaffId> heads(CustomerId customer) {
        return jdbc
            .sql("""
                    select s.id from customer c
                      join org_unit u on u.id = c.unit_id
                      join org_unit a on u.path like a.path || '%'
                      join staff s on s.unit_id = a.id and s.status = 'ACTIVE'
                     where c.id = :customer and exists (select 1 from staff_role r where r.staff_id = s.id and r.role = 'MANAGER')
                     order by length(a.path) desc, s.name, s.id limit 10""")
            .param("customer", customer.id())
            .query((rs, i) -> new StaffId(rs.getObject(1, UUID.class)))
            .list();
    }

    private List<StaffId> office() {
        return jdbc
            .sql("select s.id from staff s join staff_role r on r.staff_id = s.id and r.role = 'OFFICE'"
                    + " where s.status = 'ACTIVE' order by s.name, s.id limit 10")
            .query((rs, i) -> new StaffId(rs.getObject(1, UUID.class)))
            .list();
    }

    /**
     * The complaints something has to be done about that was not done: for the sweeper.
     */
    @Transactional(readOnly = true)
    public List<ComplaintId> overlooked() {
        return jdbc.sql("""
                select c.id from complaint c
                 where c.closed_at is null
                   and ((c.warn_at <= :now and not exists (select 1 from complaint_escalation e
                          where e.complaint_id = c.id and e.level = 2 and e.clock_version = c.clock_version))
                     or (c.due_at <= :now and not exists (select 1 from complaint_escalation e
                          where e.complaint_id = c.id and e.level = 3 and e.clock_version = c.clock_version))
                     or (c.owner_id is null and c.received_at <= :long_ago and not exists (select 1
                          from complaint_escalation e where e.complaint_id = c.id and e.level = 1)))
                 order by c.due_at nulls last limit :most""")
            .param("now", utc(desk.instant()))
            .param("long_ago", utc(desk.instant().minus(Duration.ofMinutes(30))))
            .param("most", AT_ONCE)
            .query((rs, i) -> new ComplaintId(rs.getObject(1, UUID.class)))
            .list();
    }

    /** How many are overdue for two minutes without an escalation; stays 0. */
    @Transactional(readOnly = true)
    public long overdueWithoutEscalation() {
        return jdbc.sql("""
                select count(*) from complaint c
                 where c.closed_at is null and c.due_at <= :since and not exists (select 1 from complaint_escalation e
                          where e.complaint_id = c.id and e.level = 3 and e.clock_version = c.clock_version)""")
            .param("since", utc(desk.instant().minus(Duration.ofMinutes(2))))
            .query((rs, i) -> rs.getLong(1))
            .single();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

}
