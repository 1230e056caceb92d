package io.cesm.domain.complaint;

import java.sql.Types;
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
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.timeline.Subject;
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

    /** How it is with a complaint that is held. */
    public enum Held {

        /** It is closed or not there: there is nothing to look after any more. */
        OVER,

        /** It has to be looked at later, if ever as it stands. */
        LATER,

        /** It has to be looked at. */
        DUE

    }

    /**
     * Holds a complaint until the transaction ends, so that nobody else changes or
     * escalates it meanwhile.
     */
    public Held hold(ComplaintId id) {
        return jdbc
            .sql("select case when closed_at is not null then 'OVER' when look_at <= :now then 'DUE'"
                    + " else 'LATER' end from complaint where id = :id for no key update")
            .param("now", utc(desk.instant()))
            .param("id", id.id())
            .query((rs, i) -> Held.valueOf(rs.getString(1)))
            .optional()
            .orElse(Held.OVER);
    }

    /** What the timeline and notices call it. */
    @Transactional(readOnly = true)
    public Subject subject(ComplaintId id) {
        return jdbc.sql("select number, customer_id from complaint where id = :id")
            .param("id", id.id())
            .query((rs, i) -> subject(id, rs.getString(1), rs.getObject(2, UUID.class)))
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** The same, for whoever has read number and customer already. */
    public static Subject subject(ComplaintId id, String number, UUID customer) {
        return new Subject(ComplaintHistory.TYPE, id.id(), number, customer);
    }

    /** Ends an offer nobody answered in time. */
    public void expireOffer(ComplaintId id) {
        handing.expire(desk.anywhere(id), desk.now().at());
    }

    /**
     * The clocks of a complaint.
     *
     * @param time the working time they are counted in; null if there are none
     */
    public record Clocks(List<ComplaintClock> all, @Nullable BusinessTime time) {
    }

    /** Its clocks, latest first. */
    @Transactional(readOnly = true)
    public Clocks clocks(ComplaintId id) {
        var found = clocks.timed(id);
        return new Clocks(found.stream().map(ClockRows.Timed::clock).toList(), found.isEmpty() ? null
                : calendars.timeOf(found.getFirst().calendar(), found.getFirst().code(), found.getFirst().version()));
    }

    /** Gives it to somebody who can only hand it on by an accepted hand-over. */
    public void lock(ComplaintId id, StaffId staff, Role role) {
        desk.lock(desk.anywhere(id), staff, role);
    }

    /** Offers it to somebody, unless they have it or an offer waits already. */
    public void offer(ComplaintId id, StaffId staff) {
        if (!staff.equals(desk.anywhere(id).owner()) && handing.open(id) == null) {
            handing.offerFor(id, staff, OfferOccasion.ESCALATION);
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
        jdbc.sql("insert into complaint_watcher (complaint_id, staff_id, since)"
                + " select :id, staff, :at from unnest(cast(:people as uuid[])) staff on conflict do nothing")
            .param("id", id.id())
            .param("people", people.stream().map(StaffId::id).toArray(UUID[]::new))
            .param("at", utc(desk.instant()))
            .update();
        if (warRoom) {
            jdbc.sql("update complaint set war_room_since = coalesce(war_room_since, :at) where id = :id")
                .param("id", id.id())
                .param("at", utc(desk.instant()))
                .update();
        }
    }

    /**
     * Says that it was looked at.
     * @param level how high it stands after that
     * @param next when it has to be looked at next, if ever as it stands
     */
    public void looked(ComplaintId id, int level, @Nullable Instant next) {
        jdbc.sql("update complaint set look_at = :at, escalation_level = :level"
                + " where id = :id and (look_at, escalation_level) is distinct from (:at, :level)")
            .param("at", next == null ? null : utc(next), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("level", level)
            .param("id", id.id())
            .update();
        if (next != null) {
            // not within this second: its timer may be the one that runs now
            var soonest = desk.instant().plusSeconds(1);
            desk.arm(id, next.isBefore(soonest) ? soonest : next);
        }
    }

    /** Says that it never has to be looked at again, as it stands. */
    public void rest(ComplaintId id) {
        jdbc.sql("update complaint set look_at = null where id = :id and look_at is not null")
            .param("id", id.id())
            .update();
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
    public void note(Subject complaint, String action, @Nullable String words) {
        desk.note(complaint, action, words);
    }

    /** Tells people of it; each of them the same key once. */
    public void tell(Subject complaint, Collection<StaffId> people, String kind, Map<String, String> details,
            String key) {
        notices.tell(people, kind, complaint, details, key);
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
