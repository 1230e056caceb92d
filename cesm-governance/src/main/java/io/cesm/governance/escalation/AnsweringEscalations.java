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
import java.util.function.Supplier;

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
import io.cesm.domain.topissue.EscalatingTopIssues;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.domain.topissue.TopIssueDetails;
import io.cesm.domain.topissue.TopIssueId;
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

    private final TopIssueBook issues;

    private final EscalatingComplaints escalating;

    private final EscalatingTopIssues escalatingIssues;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    private final Clock clock;

    AnsweringEscalations(EscalationBook book, ComplaintBook complaints, TopIssueBook issues,
            EscalatingComplaints escalating, EscalatingTopIssues escalatingIssues, CurrentActor current,
            JdbcClient jdbc, Clock clock) {
        this.book = book;
        this.complaints = complaints;
        this.issues = issues;
        this.escalating = escalating;
        this.escalatingIssues = escalatingIssues;
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
        return may(it.owner() == null ? null : it.owner().id(), it.isOpen() ? it.level() : 0, ladder);
    }

    @Transactional(readOnly = true)
    public May may(TopIssueDetails it, List<Rung> ladder) {
        return may(it.owner() == null ? null : it.owner().id(), EscalationBook.level(ladder), ladder);
    }

    private May may(@Nullable StaffId owner, int level, List<Rung> ladder) {
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
        return new May(acknowledges, plans, mayLower(owner, level, ladder, mine));
    }

    /** Whoever was told, unless they only were as the owner beside others. */
    private static boolean mayAcknowledge(Rung rung, Set<UUID> mine) {
        var others = rung.told().stream().filter(it -> it.part() != Whom.OWNER).toList();
        var asked = others.isEmpty() ? rung.told() : others;
        return asked.stream().anyMatch(it -> mine.contains(it.staff().id()));
    }

    private boolean mayLower(@Nullable StaffId owner, int level, List<Rung> ladder, Set<UUID> mine) {
        if (level == 0 || (owner != null && mine.contains(owner.id()))) {
            return false;
        }
        return current.actor().roles().stream().anyMatch(LEADING::contains)
                || ladder.stream().anyMatch(each -> each.level() >= level && mayAcknowledge(each, mine));
    }

    /** Says that it was heard; the clock to the next level stops. */
    public void acknowledge(ComplaintId id, UUID escalation, @Nullable String words) {
        complaints.require(id);
        acknowledge(matter(id), () -> book.ladder(id), escalation, words);
    }

    public void acknowledge(TopIssueId id, UUID escalation, @Nullable String words) {
        issues.require(id);
        acknowledge(matter(id), () -> book.ladder(id), escalation, words);
    }

    private void acknowledge(Matter it, Supplier<List<Rung>> ladder, UUID escalation, @Nullable String words) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var me = current.actor().requireStaff();
        it.hold();
        var rung = rung(ladder.get(), escalation);
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
        it.note("ESCALATION_ACKNOWLEDGED", said);
        it.wake();
    }

    /** Writes the plan an escalation demands. */
    public void plan(ComplaintId id, UUID escalation, @Nullable String words) {
        complaints.require(id);
        plan(matter(id), () -> book.ladder(id), escalation, words);
    }

    public void plan(TopIssueId id, UUID escalation, @Nullable String words) {
        issues.require(id);
        plan(matter(id), () -> book.ladder(id), escalation, words);
    }

    private void plan(Matter it, Supplier<List<Rung>> ladder, UUID escalation, @Nullable String words) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var me = current.actor().requireStaff();
        it.hold();
        var rung = rung(ladder.get(), escalation);
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
        it.note("ESCALATION_PLANNED", plan);
        tellAll(it, List.of(rung), "PLANNED", me, Map.of(), escalation + "/plan");
        it.wake();
    }

    /** Brings it down to a lower level, with a reason everybody told can read. */
    public void lower(ComplaintId id, int to, @Nullable String because) {
        complaints.require(id);
        lower(matter(id), () -> {
            var it = complaints.require(id);
            return new Standing(it.owner() == null ? null : it.owner().id(), it.isOpen() ? it.level() : 0,
                    book.ladder(id));
        }, to, because);
    }

    public void lower(TopIssueId id, int to, @Nullable String because) {
        issues.require(id);
        lower(matter(id), () -> {
            var it = issues.require(id);
            var ladder = book.ladder(id);
            return new Standing(it.owner() == null ? null : it.owner().id(), EscalationBook.level(ladder), ladder);
        }, to, because);
    }

    /** How high it stands, and whose it is. */
    private record Standing(@Nullable StaffId owner, int level, List<Rung> ladder) {
    }

    private void lower(Matter it, Supplier<Standing> read, int to, @Nullable String because) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var me = current.actor().requireStaff();
        it.hold();
        var standing = read.get();
        if (to < 0 || to >= standing.level()) {
            throw new FieldRefusal("level", "escalation.not_lower", standing.level());
        }
        if (!mayLower(standing.owner(), standing.level(), standing.ladder(), mine(me))) {
            throw new Refusal("escalation.may_not_lower");
        }
        var why = Texts.required(because, 1000, "because");
        var down = standing.ladder().stream().filter(each -> each.level() > to && each.isStanding()).toList();
        jdbc.sql("update escalation set lowered_at = :at, lowered_by = :me, lowered_to = :to, lowered_because = :why"
                + " where id = any(:ids)")
            .param("at", now())
            .param("me", me.id())
            .param("to", to)
            .param("why", why)
            .param("ids", down.stream().map(Rung::id).toArray(UUID[]::new))
            .update();
        it.stand(to);
        it.note("DEESCALATED", why);
        tellAll(it, down, "DEESCALATED", me, Map.of("a", String.valueOf(to)), it.id() + "/" + clock.instant());
        it.wake();
    }

    private void tellAll(Matter matter, List<Rung> rungs, String kind, StaffId me, Map<String, String> details,
            String key) {
        var people = rungs.stream()
            .flatMap(it -> it.told().stream())
            .map(EscalationBook.Told::staff)
            .distinct()
            .filter(it -> !it.equals(me))
            .toList();
        matter.tell(people, kind, details, key);
    }

    private static Rung rung(List<Rung> ladder, UUID escalation) {
        return ladder.stream().filter(it -> it.id().equals(escalation)).findFirst().orElseThrow(UnknownThing::new);
    }

    private Matter matter(ComplaintId id) {
        return new Matter.OfComplaint(id, escalating);
    }

    private Matter matter(TopIssueId id) {
        return new Matter.OfIssue(id, escalatingIssues);
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
