package io.cesm.governance.escalation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.EscalatingComplaints;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.escalation.EscalationBook.Rung;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saying to an escalation that one has heard it, how it goes on, or that it may go down
 * again. Who has the complaint cannot take the pressure off themselves.
 */
@Service
@Transactional
public class AnsweringEscalations {

    private static final Set<Role> LEADING = EnumSet.of(Role.MANAGER, Role.OFFICE);

    private final EscalationBook book;

    private final ComplaintBook complaints;

    private final EscalatingComplaints escalating;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    private final Clock clock;

    AnsweringEscalations(EscalationBook book, ComplaintBook complaints, EscalatingComplaints escalating,
            CurrentActor current, JdbcClient jdbc, Clock clock) {
        this.book = book;
        this.complaints = complaints;
        this.escalating = escalating;
        this.current = current;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What the one who asks may do on the ladder of a complaint.
     *
     * @param acknowledges the escalations they may acknowledge
     * @param plans the escalations they may plan for
     */
    public record May(Set<UUID> acknowledges, Set<UUID> plans, boolean lowers) {
    }

    @Transactional(readOnly = true)
    public May may(ComplaintDetails it, List<Rung> ladder) {
        var actor = current.actor();
        var me = actor.staff();
        if (me == null || !actor.may(Right.COMPLAINT_EDIT) || ladder.isEmpty()) {
            return new May(Set.of(), Set.of(), false);
        }
        var mine = mine(me);
        Set<UUID> acknowledges = new HashSet<>();
        Set<UUID> plans = new HashSet<>();
        for (var rung : ladder) {
            if (rung.wantsAcknowledgement() && mayAcknowledge(rung, mine)) {
                acknowledges.add(rung.id());
            }
            if (rung.wantsPlan()) {
                plans.add(rung.id());
            }
        }
        return new May(acknowledges, plans, mayLower(it, ladder, mine));
    }

    /** Whoever was told, unless they only were as the owner beside others. */
    private static boolean mayAcknowledge(Rung rung, Set<UUID> mine) {
        var others = rung.told().stream().filter(it -> it.part() != Whom.OWNER).toList();
        var asked = others.isEmpty() ? rung.told() : others;
        return asked.stream().anyMatch(it -> mine.contains(it.staff().id()));
    }

    private boolean mayLower(ComplaintDetails it, List<Rung> ladder, Set<UUID> mine) {
        if (it.level() == 0 || !it.isOpen()) {
            return false;
        }
        var owner = it.owner();
        if (owner != null && mine.contains(owner.id().id())) {
            return false;
        }
        return current.actor().roles().stream().anyMatch(LEADING::contains)
                || ladder.stream().anyMatch(each -> each.level() >= it.level() && mayAcknowledge(each, mine));
    }

    /** Says that it was heard; the clock to the next level stops. */
    public void acknowledge(ComplaintId id, UUID escalation, @Nullable String words) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var me = current.actor().requireStaff();
        complaints.require(id);
        escalating.hold(id);
        var rung = rung(id, escalation);
        if (!rung.wantsAcknowledgement()) {
            throw new Refusal("escalation.acknowledged");
        }
        if (!mayAcknowledge(rung, mine(me))) {
            throw new Refusal("escalation.not_told");
        }
        var said = Texts.optional(words, 1000, "words");
        jdbc.sql("update escalation set acknowledged_at = :at, acknowledged_by = :me, acknowledge_words = :words"
                + " where id = :id")
            .param("at", now())
            .param("me", me.id())
            .param("words", said)
            .param("id", escalation)
            .update();
        escalating.note(id, "ESCALATION_ACKNOWLEDGED", said);
        escalating.wake(id);
    }

    /** Writes the plan an escalation demands. */
    public void plan(ComplaintId id, UUID escalation, @Nullable String words) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var me = current.actor().requireStaff();
        complaints.require(id);
        escalating.hold(id);
        var rung = rung(id, escalation);
        if (!rung.wantsPlan()) {
            throw new Refusal("escalation.no_plan_wanted");
        }
        var plan = Texts.required(words, 2000, "plan");
        jdbc.sql("update escalation set planned_at = :at, planned_by = :me, plan = :plan where id = :id")
            .param("at", now())
            .param("me", me.id())
            .param("plan", plan)
            .param("id", escalation)
            .update();
        escalating.note(id, "ESCALATION_PLANNED", plan);
        tellAll(id, List.of(rung), "COMPLAINT_PLANNED", me, Map.of(), escalation + "/plan");
        escalating.wake(id);
    }

    /** Brings it down to a lower level, with a reason everybody told can read. */
    public void lower(ComplaintId id, int to, @Nullable String because) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var me = current.actor().requireStaff();
        escalating.hold(id);
        var it = complaints.require(id);
        var ladder = book.ladder(id);
        if (to < 0 || to >= it.level()) {
            throw new FieldRefusal("level", "escalation.not_lower", it.level());
        }
        if (!mayLower(it, ladder, mine(me))) {
            throw new Refusal("escalation.may_not_lower");
        }
        var why = Texts.required(because, 1000, "because");
        jdbc.sql("update escalation set lowered_at = :at, lowered_by = :me, lowered_to = :to, lowered_because = :why"
                + " where complaint_id = :id and level > :to and lowered_at is null")
            .param("at", now())
            .param("me", me.id())
            .param("to", to)
            .param("why", why)
            .param("id", id.id())
            .update();
        escalating.stand(id, to);
        escalating.note(id, "DEESCALATED", why);
        var standing = ladder.stream().filter(each -> each.level() > to && each.isStanding()).toList();
        tellAll(id, standing, "COMPLAINT_DEESCALATED", me, Map.of("a", String.valueOf(to)), id + "/" + clock.instant());
        escalating.wake(id);
    }

    private void tellAll(ComplaintId id, List<Rung> rungs, String kind, StaffId me, Map<String, String> details,
            String key) {
        rungs.stream()
            .flatMap(it -> it.told().stream())
            .map(EscalationBook.Told::staff)
            .distinct()
            .filter(it -> !it.equals(me))
            .forEach(it -> escalating.tell(id, it, kind, details, key));
    }

    private Rung rung(ComplaintId id, UUID escalation) {
        return book.ladder(id)
            .stream()
            .filter(it -> it.id().equals(escalation))
            .findFirst()
            .orElseThrow(UnknownThing::new);
    }

    /** Oneself, and those one stands in for today. */
    private Set<UUID> mine(StaffId me) {
        LocalDate today = CompanyTime.today(clock);
        return Set.copyOf(jdbc
            .sql("select cast(:me as uuid) union select staff_id from substitute"
                    + " where substitute_id = :me and :today between valid_from and valid_to")
            .param("me", me.id())
            .param("today", today)
            .query((rs, i) -> rs.getObject(1, UUID.class))
            .list());
    }

    private OffsetDateTime now() {
        Instant at = clock.instant();
        return at.atOffset(ZoneOffset.UTC);
    }

}
