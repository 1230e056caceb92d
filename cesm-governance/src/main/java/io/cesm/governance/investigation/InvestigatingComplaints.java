package io.cesm.governance.investigation;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.ActiveStaff;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Subject;
import io.cesm.domain.timeline.Timeline;
import io.cesm.governance.investigation.Investigation.Action;
import io.cesm.governance.investigation.Investigation.ActionKind;
import io.cesm.governance.investigation.Investigation.ActionState;
import io.cesm.governance.playbook.FollowingPlaybooks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looking into a complaint: facts first, then why, then what is done about it, tried and
 * kept from coming again. A cause is confirmed by somebody other than who wrote it.
 */
@Service
@Transactional
public class InvestigatingComplaints {

    private final InvestigationBook book;

    private final ComplaintBook complaints;

    private final FollowingPlaybooks playbooks;

    private final Timeline timeline;

    private final Notices notices;

    private final CurrentActor current;

    private final Clock clock;

    private final JdbcClient jdbc;

    InvestigatingComplaints(InvestigationBook book, ComplaintBook complaints, FollowingPlaybooks playbooks,
            Timeline timeline, Notices notices, CurrentActor current, Clock clock, JdbcClient jdbc) {
        this.book = book;
        this.complaints = complaints;
        this.playbooks = playbooks;
        this.timeline = timeline;
        this.notices = notices;
        this.current = current;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** The investigation of a complaint that was found within reach, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Investigation> find(ComplaintId id) {
        return book.find(id);
    }

    /**
     * Writes down what is known.
     * @param version the version that was seen, null if there was none yet
     */
    public void write(ComplaintId id, @Nullable Long version, Findings wish) {
        var complaint = open(id);
        var before = find(id).orElse(null);
        if (before == null) {
            begin(id);
        }
        else {
            requireOpen(before);
            StaleVersion.check(version == null ? -1 : version, before.version());
        }
        if (wish.containedOn() != null && wish.containedOn().isAfter(today())) {
            throw new FieldRefusal("containedOn", "complaint.occurred_on");
        }
        var sameCause = before != null && wish.sameCauseAs(before.findings());
        int hit = jdbc
            .sql("""
                    update investigation set what_is = :what, what_is_not = :whatNot, where_is = :where,
                           where_is_not = :whereNot, when_is = :when, when_is_not = :whenNot, extent_is = :extent,
                           extent_is_not = :extentNot, containment = :containment, contained_on = :containedOn,
                           occurrence = cast(:occurrence as text[]), occurrence_cause = :occurrenceCause,
                           escape = cast(:escape as text[]), escape_cause = :escapeCause, prevention = :prevention,
                           closing = :closing, customer_problem = :cProblem, customer_containment = :cContainment,
                           customer_cause = :cCause, customer_prevention = :cPrevention,
                           version = version + 1"""
                    + (sameCause ? "" : ", changed_by = :by, confirmed_by = null, confirmed_at = null")
                    + " where complaint_id = :id and version = :seen")
            .params(params(wish))
            .param("id", id.id())
            .param("seen", before == null ? 0 : before.version())
            .update();
        if (hit == 0) {
            throw new StaleVersion(version == null ? 0 : version, 1);
        }
        team(id, wish);
        playbooks.giveWhatFits(id);
        note(complaint, before == null ? "INVESTIGATION_BEGUN" : "INVESTIGATION_WRITTEN", wish.rootCause());
    }

    private void begin(ComplaintId id) {
        jdbc.sql("""
                insert into investigation (complaint_id, begun_at, begun_by, version) values (:id, :at, :by, 0)
                    on conflict do nothing""")
            .param("id", id.id())
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .param("by", me(), Types.OTHER)
            .update();
    }

    private void team(ComplaintId id, Findings wish) {
        jdbc.sql("delete from investigation_member where complaint_id = :id").param("id", id.id()).update();
        jdbc.sql("""
                insert into investigation_member (complaint_id, staff_id)
                select :id, s.id from staff s where s.id = any(:team) and s.status = 'ACTIVE'""")
            .param("id", id.id())
            .param("team", wish.team().toArray(UUID[]::new))
            .update();
    }

    /** A second person agrees that this is the cause. */
    public void confirm(ComplaintId id, long seen) {
        var complaint = open(id);
        var it = require(id);
        requireOpen(it);
        StaleVersion.check(seen, it.version());
        if (it.findings().occurrence().size() < 2 || it.findings().occurrenceCause() == null) {
            throw new Refusal("investigation.cause_missing");
        }
        var me = current.actor().staff();
        if (me == null || me.equals(it.changedBy())) {
            throw new Refusal("investigation.four_eyes");
        }
        jdbc.sql("update investigation set confirmed_by = :by, confirmed_at = :at, version = version + 1"
                + " where complaint_id = :id")
            .param("by", me.id())
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .param("id", id.id())
            .update();
        note(complaint, "CAUSE_CONFIRMED", it.findings().rootCause());
    }

    /** Plans something against the cause. */
    public void plan(ComplaintId id, @Nullable ActionKind kind, @Nullable String what, @Nullable String forCustomer,
            @Nullable StaffId owner, @Nullable LocalDate dueOn) {
        var complaint = open(id);
        requireOpen(require(id));
        if (kind == null) {
            throw new FieldRefusal("kind", "choice.required");
        }
        if (owner == null) {
            throw new FieldRefusal("owner", "lesson.action.owner");
        }
        if (dueOn == null || dueOn.isBefore(today())) {
            throw new FieldRefusal("dueOn", "lesson.action.due");
        }
        ActiveStaff.require(jdbc, owner, "owner");
        var words = Texts.required(what, 1000, "what");
        var made = Uuid7.at(clock.instant().toEpochMilli());
        jdbc.sql("""
                insert into investigation_action (id, complaint_id, kind, what, for_customer, owner_id, due_on, state,
                       made_at)
                values (:id, :complaint, :kind, :what, :customer, :owner, :due, 'PLANNED', :at)""")
            .param("id", made)
            .param("complaint", id.id())
            .param("kind", kind.name())
            .param("what", words)
            .param("customer", Texts.optional(forCustomer, 1000, "forCustomer"))
            .param("owner", owner.id())
            .param("due", dueOn)
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
        note(complaint, "ACTION_PLANNED", words);
        if (!owner.equals(current.actor().staff())) {
            notices.tell(owner, "INVESTIGATION_ACTION", subject(complaint), Map.of(), made.toString());
        }
    }

    /** It was done, on a day. */
    public void implemented(ComplaintId id, UUID action, @Nullable LocalDate on) {
        var complaint = open(id);
        var it = action(id, action);
        var day = past(on);
        if (it.state() != ActionState.PLANNED) {
            throw new Refusal("investigation.action.state");
        }
        jdbc.sql("update investigation_action set state = 'IMPLEMENTED', implemented_on = :on where id = :id")
            .param("on", day)
            .param("id", action)
            .update();
        note(complaint, "ACTION_IMPLEMENTED", it.what());
    }

    /** It was tried and works, with what shows it. */
    public void validated(ComplaintId id, UUID action, @Nullable LocalDate on, @Nullable String evidence) {
        var complaint = open(id);
        var it = action(id, action);
        var day = past(on);
        var shown = Texts.required(evidence, 1000, "evidence");
        if (it.state() != ActionState.IMPLEMENTED) {
            throw new Refusal("investigation.action.state");
        }
        if (it.implementedOn() != null && day.isBefore(it.implementedOn())) {
            throw new FieldRefusal("on", "investigation.action.before");
        }
        jdbc.sql("""
                update investigation_action set state = 'VALIDATED', validated_on = :on, validated_by = :by,
                       evidence = :evidence where id = :id""")
            .param("on", day)
            .param("by", me(), Types.OTHER)
            .param("evidence", shown)
            .param("id", action)
            .update();
        note(complaint, "ACTION_VALIDATED", it.what() + "：" + shown);
    }

    /** All disciplines are done: the investigation ends. */
    public void close(ComplaintId id, long seen) {
        var complaint = open(id);
        var it = require(id);
        requireOpen(it);
        StaleVersion.check(seen, it.version());
        var missing = it.missing();
        if (missing != null) {
            throw new Refusal("investigation.missing", "D" + missing);
        }
        jdbc.sql("update investigation set closed_at = :at, closed_by = :by, version = version + 1"
                + " where complaint_id = :id")
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .param("by", me(), Types.OTHER)
            .param("id", id.id())
            .update();
        note(complaint, "INVESTIGATION_CLOSED", it.findings().closing());
    }

    private Investigation require(ComplaintId id) {
        return find(id).orElseThrow(() -> new Refusal("investigation.none"));
    }

    private Action action(ComplaintId id, UUID action) {
        var it = require(id);
        requireOpen(it);
        return it.actions()
            .stream()
            .filter(each -> each.id().equals(action))
            .findFirst()
            .orElseThrow(UnknownThing::new);
    }

    private LocalDate past(@Nullable LocalDate on) {
        var day = on == null ? today() : on;
        if (day.isAfter(today())) {
            throw new FieldRefusal("on", "complaint.occurred_on");
        }
        return day;
    }

    /**
     * An investigation may go on after the complaint was solved, but not after it was
     * withdrawn.
     */
    private ComplaintDetails open(ComplaintId id) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        return complaints.require(id);
    }

    private static void requireOpen(Investigation it) {
        if (!it.isOpen()) {
            throw new Refusal("investigation.closed");
        }
    }

    private void note(ComplaintDetails it, String action, @Nullable String words) {
        timeline.record(Change.of(subject(it), action).note(words));
    }

    private static Subject subject(ComplaintDetails it) {
        return new Subject("COMPLAINT", it.id().id(), it.number(), it.heading().customer().id());
    }

    private LocalDate today() {
        return CompanyTime.today(clock);
    }

    private @Nullable UUID me() {
        var me = current.actor().staff();
        return me == null ? null : me.id();
    }

    private Map<String, @Nullable Object> params(Findings it) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("what", it.what().is());
        params.put("whatNot", it.what().isNot());
        params.put("where", it.where().is());
        params.put("whereNot", it.where().isNot());
        params.put("when", it.when().is());
        params.put("whenNot", it.when().isNot());
        params.put("extent", it.extent().is());
        params.put("extentNot", it.extent().isNot());
        params.put("containment", it.containment());
        params.put("containedOn", it.containedOn());
        params.put("occurrence", it.occurrence().toArray(String[]::new));
        params.put("occurrenceCause", it.occurrenceCause() == null ? null : it.occurrenceCause().name());
        params.put("escape", it.escape().toArray(String[]::new));
        params.put("escapeCause", it.escapeCause() == null ? null : it.escapeCause().name());
        params.put("prevention", it.prevention());
        params.put("closing", it.closing());
        params.put("cProblem", it.customer().problem());
        params.put("cContainment", it.customer().containment());
        params.put("cCause", it.customer().cause());
        params.put("cPrevention", it.customer().prevention());
        params.put("by", me());
        return params;
    }

}
