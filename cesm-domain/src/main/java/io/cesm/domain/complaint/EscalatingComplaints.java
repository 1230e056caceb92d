package io.cesm.domain.complaint;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.calendar.BusinessTime;
import io.cesm.domain.calendar.CalendarBook;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What can be done to a complaint that is not answered: locked onto somebody, offered,
 * graded higher, watched by more people, lifted to a level. Whether it has to be is said
 * by policies elsewhere.
 */
@Service
@Transactional
public class EscalatingComplaints {

    private static final int AT_ONCE = 500;

    private static final String OFFICE_HOURS = "cn";

    private final ComplaintDesk desk;

    private final HandingComplaints handing;

    private final GradingComplaints grading;

    private final ClockRows clocks;

    private final CalendarBook calendars;

    private final Notices notices;

    private final JdbcClient jdbc;

    EscalatingComplaints(ComplaintDesk desk, HandingComplaints handing, GradingComplaints grading, ClockRows clocks,
            CalendarBook calendars, Notices notices, JdbcClient jdbc) {
        this.desk = desk;
        this.handing = handing;
        this.grading = grading;
        this.clocks = clocks;
        this.calendars = calendars;
        this.notices = notices;
        this.jdbc = jdbc;
    }

    /**
     * Holds a complaint until the transaction ends, so that nobody else changes or
     * escalates it meanwhile.
     * @return whether it is there and open
     */
    public boolean hold(ComplaintId id) {
        return jdbc.sql("select closed_at is null from complaint where id = :id for no key update")
            .param("id", id.id())
            .query(Boolean.class)
            .optional()
            .orElse(false);
    }

    /** Ends an offer nobody answered in time. */
    public void expireOffer(ComplaintId id) {
        handing.expire(desk.anywhere(id), desk.now().at());
    }

    /** The working time its clocks are counted in. */
    @Transactional(readOnly = true)
    public BusinessTime time(ComplaintId id) {
        var calendar = clocks.calendar(id);
        return calendar == null ? calendars.timeOf(OFFICE_HOURS)
                : calendars.timeOf(calendar.id(), calendar.code(), calendar.version());
    }

    /** Gives it to somebody who can only hand it on by an accepted hand-over. */
    public void lock(ComplaintId id, StaffId staff, Role role) {
        desk.lock(desk.anywhere(id), staff, role);
    }

    /** Offers it to somebody, unless they have it or an offer waits already. */
    public void offer(ComplaintId id, StaffId staff) {
        if (!staff.equals(desk.anywhere(id).owner()) && handing.open(id) == null) {
            handing.offer(id, staff, null);
        }
    }

    /** Grades it one step more severe, as long as there is one. */
    public void raise(ComplaintId id, String because) {
        var grade = desk.anywhere(id).grading().grade();
        if (grade > 1) {
            grading.change(id, null, grade - 1, because);
        }
    }

    /** Lets people follow it, and opens a war room if that is wanted. */
    public void gather(ComplaintId id, Collection<StaffId> people, boolean warRoom) {
        for (var each : people) {
            jdbc.sql("insert into complaint_watcher (complaint_id, staff_id, since) values (:id, :staff, :at)"
                    + " on conflict do nothing")
                .param("id", id.id())
                .param("staff", each.id())
                .param("at", utc(desk.instant()))
                .update();
        }
        if (warRoom) {
            jdbc.sql("update complaint set war_room_since = coalesce(war_room_since, :at) where id = :id")
                .param("id", id.id())
                .param("at", utc(desk.instant()))
                .update();
        }
    }

    /** Says how high it stands now; a war room closes when it is back at the bottom. */
    public void stand(ComplaintId id, int level) {
        jdbc.sql("update complaint set escalation_level = :level,"
                + " war_room_since = case when :level = 0 then null else war_room_since end where id = :id")
            .param("id", id.id())
            .param("level", level)
            .update();
    }

    /** Writes a line on its timeline. */
    public void note(ComplaintId id, String action, @Nullable String words) {
        desk.note(desk.anywhere(id), action, words);
    }

    /** Tells somebody of it; the same key is told once. */
    public void tell(ComplaintId id, StaffId staff, String kind, Map<String, String> details, String key) {
        notices.tell(staff, kind, ComplaintHistory.subject(desk.anywhere(id)), details, key);
    }

    /** Says when it has to be looked at next, if ever as it stands. */
    public void lookAgain(ComplaintId id, @Nullable Instant at) {
        jdbc.sql("update complaint set look_at = :at where id = :id and look_at is distinct from :at")
            .param("id", id.id())
            .param("at", at == null ? null : utc(at))
            .update();
        if (at != null) {
            desk.arm(id, at);
        }
    }

    /** Looks at it later, because it could not be done now. */
    public void putOff(ComplaintId id, Duration later) {
        jdbc.sql("update complaint set look_at = :at where id = :id and closed_at is null")
            .param("id", id.id())
            .param("at", utc(desk.instant().plus(later)))
            .update();
    }

    /** When it is to be looked at next, if ever as it stands. */
    @Transactional(readOnly = true)
    public @Nullable Instant nextLook(ComplaintId id) {
        return jdbc.sql("select look_at from complaint where id = :id")
            .param("id", id.id())
            .query((rs, i) -> Optional.ofNullable(ComplaintRegister.at(rs, "look_at")))
            .single()
            .orElse(null);
    }

    /** Wakes whoever looks after complaints: something about this one has changed. */
    public void wake(ComplaintId id) {
        desk.wake(id);
    }

    /**
     * The complaints that should have been looked at some time ago and were not: for the
     * sweeper.
     */
    @Transactional(readOnly = true)
    public List<ComplaintId> overlooked(Duration ago) {
        return jdbc
            .sql("select id from complaint where closed_at is null and look_at <= :then order by look_at limit :most")
            .param("then", utc(desk.instant().minus(ago)))
            .param("most", AT_ONCE)
            .query((rs, i) -> new ComplaintId(rs.getObject(1, UUID.class)))
            .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

}
