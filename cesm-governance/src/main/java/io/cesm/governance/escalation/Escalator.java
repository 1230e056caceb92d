package io.cesm.governance.escalation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintWatch;
import io.cesm.domain.complaint.EscalatingComplaints;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.escalation.LiveStory.Known;
import io.cesm.governance.escalation.Recipients.Recipient;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at a complaint, does what the levels of its policy want, and says when to look
 * again. Whoever calls it and however often: a key over complaint and occasion makes each
 * level happen once.
 */
@Service
@Transactional
class Escalator implements ComplaintWatch {

    private final EscalatingComplaints complaints;

    private final EscalationPolicies policies;

    private final LiveStory stories;

    private final Recipients recipients;

    private final JdbcClient jdbc;

    private final Clock clock;

    Escalator(EscalatingComplaints complaints, EscalationPolicies policies, LiveStory stories, Recipients recipients,
            JdbcClient jdbc, Clock clock) {
        this.complaints = complaints;
        this.policies = policies;
        this.stories = stories;
        this.recipients = recipients;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A level that is or will be reached. */
    private record Step(EscalationLevel level, TriggerKind kind, Trigger.Reached reached) {
    }

    /** The rules of a version. */
    private record InForce(UUID policy, int version, EscalationRules rules) {
    }

    /** An escalation nobody answered yet. */
    private record Unanswered(UUID id, int level, @Nullable Instant acknowledgeBy, @Nullable Instant planBy) {
    }

    @Override
    public void look(ComplaintId id) {
        Acting.as(Actor.system("CESM"), () -> lookNow(id));
    }

    private void lookNow(ComplaintId id) {
        if (!complaints.hold(id)) {
            complaints.lookAgain(id, null);
            return;
        }
        complaints.expireOffer(id);
        var known = stories.read(id);
        var rules = bound(known);
        if (rules == null) {
            complaints.lookAgain(id, null);
            return;
        }
        var now = clock.instant();
        var climbed = Climbed.read(jdbc, id);
        var steps = steps(known, rules.rules()).stream()
            .filter(it -> !climbed.has(it.level(), it.reached()))
            .sorted(Comparator.comparing((Step it) -> it.reached().at()).thenComparing(it -> it.level().number()))
            .toList();
        var level = known.level();
        for (var step : steps) {
            if (!step.reached().at().isAfter(now) && act(known, rules, step, now)) {
                level = Math.max(level, step.level().number());
            }
        }
        if (level != known.level()) {
            complaints.stand(id, level);
        }
        complaints.lookAgain(id, next(known, rules.rules(), steps, now));
    }

    /** The version it stands under; another grade may bring it under another policy. */
    private @Nullable InForce bound(Known known) {
        var bound = known.bound();
        if (bound != null && bound.grade() == known.subject().grade()) {
            return new InForce(bound.policy(), bound.version(), policies.rules(bound.policy(), bound.version()));
        }
        var policy = policies.deciding(known.subject()).orElse(null);
        if (policy == null) {
            return bound == null ? null
                    : new InForce(bound.policy(), bound.version(), policies.rules(bound.policy(), bound.version()));
        }
        var same = bound != null && bound.policy().equals(policy.id());
        var version = same && bound != null ? bound.version() : policy.version();
        bind(known, policy.id(), version);
        return new InForce(policy.id(), version, policies.rules(policy.id(), version));
    }

    private void bind(Known known, UUID policy, int version) {
        jdbc.sql("""
                insert into escalation_binding (complaint_id, policy_id, version, grade, bound_at)
                values (:id, :policy, :version, :grade, :at)
                on conflict (complaint_id) do update set policy_id = excluded.policy_id, version = excluded.version,
                       grade = excluded.grade, bound_at = excluded.bound_at""")
            .param("id", known.id().id())
            .param("policy", policy)
            .param("version", version)
            .param("grade", known.subject().grade())
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    }

    private List<Step> steps(Known known, EscalationRules rules) {
        List<Step> steps = new ArrayList<>();
        for (var level : rules.levels()) {
            if (level.when().fit(known.subject())) {
                level.trigger()
                    .reachedBy(known.story())
                    .forEach(it -> steps.add(new Step(level, level.trigger().kind(), it)));
            }
        }
        for (var each : unanswered(known.id())) {
            rules.above(each.level()).ifPresent(next -> {
                if (each.acknowledgeBy() != null) {
                    steps.add(new Step(next, TriggerKind.UNACKNOWLEDGED,
                            new Trigger.Reached(each.acknowledgeBy(), "UNACKNOWLEDGED/" + each.id(), null)));
                }
                if (each.planBy() != null) {
                    steps.add(new Step(next, TriggerKind.PLAN_LATE,
                            new Trigger.Reached(each.planBy(), "PLAN_LATE/" + each.id(), null)));
                }
            });
        }
        return steps;
    }

    /** Nobody has to acknowledge what is over: the clock it is about has stopped. */
    private List<Unanswered> unanswered(ComplaintId id) {
        return jdbc.sql("""
                select * from (
                    select e.id, e.level, case when e.planned_at is null then e.plan_by end as plan_by,
                           case when e.acknowledged_at is null and (e.clock is null or exists (select 1
                                     from complaint_clock k where k.complaint_id = e.complaint_id and k.kind = e.clock
                                      and k.began_at = e.clock_began and k.stopped_at is null))
                                then e.acknowledge_by end as acknowledge_by
                      from escalation e where e.complaint_id = :id and e.lowered_at is null) it
                 where acknowledge_by is not null or plan_by is not null""")
            .param("id", id.id())
            .query((rs, i) -> new Unanswered(rs.getObject("id", UUID.class), rs.getInt("level"),
                    LiveStory.at(rs, "acknowledge_by"), LiveStory.at(rs, "plan_by")))
            .list();
    }

    /** Does what a level wants, unless it was done before. */
    private boolean act(Known known, InForce rules, Step step, Instant now) {
        var level = step.level();
        var people = recipients.of(level.whom(), known.customer(), known.owner(), CompanyTime.dayOf(now));
        var locks = level.does(Deed.LOCK);
        if (locks && people.isEmpty() && !level.does(Deed.NOTIFY)) {
            return false; // there is nobody yet; somebody will be
        }
        var told = locks && !level.does(Deed.NOTIFY) ? people.subList(0, 1) : people;
        var id = mark(known, rules, step, now);
        if (id == null) {
            return false;
        }
        told.forEach(it -> told(jdbc, id, it));
        complaints.note(known.id(), "ESCALATED_" + level.number(), null);
        if (level.does(Deed.RAISE_GRADE)) {
            complaints.raise(known.id(), "%s · L%d".formatted(policies.require(rules.policy()).name(), level.number()));
        }
        if (level.does(Deed.WAR_ROOM)) {
            complaints.gather(known.id(), people.stream().map(Recipient::staff).toList(), true);
        }
        pass(known, level, people);
        if (!locks || level.does(Deed.NOTIFY)) {
            told.forEach(it -> complaints.tell(known.id(), it.staff(), "COMPLAINT_ESCALATED_" + step.kind(),
                    details(step), id.toString()));
        }
        return true;
    }

    private void pass(Known known, EscalationLevel level, List<Recipient> people) {
        if (people.isEmpty()) {
            return;
        }
        var first = people.getFirst();
        if (level.does(Deed.LOCK)) {
            complaints.lock(known.id(), first.staff(), first.part().lockRole());
            complaints.tell(known.id(), first.staff(), "COMPLAINT_LOCKED", Map.of(), known.id() + "/" + level.number());
        }
        else if (level.does(Deed.OFFER)) {
            people.stream()
                .filter(it -> !it.staff().id().equals(known.owner()))
                .findFirst()
                .ifPresent(it -> complaints.offer(known.id(), it.staff()));
        }
    }

    private static Map<String, String> details(Step step) {
        var details = new TreeMap<String, String>();
        details.put("a", String.valueOf(step.level().number()));
        details.put("b", String.valueOf(step.level().trigger().amount()));
        return details;
    }

    private @Nullable UUID mark(Known known, InForce rules, Step step, Instant now) {
        var run = step.reached().run();
        var level = step.level();
        var id = Uuid7.at(now.toEpochMilli());
        var hit = jdbc.sql("""
                insert into escalation (id, complaint_id, policy_id, policy_version, level, kind, amount, clock,
                       clock_began, clock_minutes, occasion, due_at, at, acknowledge_by, plan_by)
                values (:id, :complaint, :policy, :version, :level, :kind, :amount, :clock, :began, :minutes, :occasion,
                       :due, :at, :acknowledge, :plan)
                on conflict (complaint_id, occasion) do nothing""")
            .param("id", id)
            .param("complaint", known.id().id())
            .param("policy", rules.policy())
            .param("version", rules.version())
            .param("level", level.number())
            .param("kind", step.kind().name())
            .param("amount", level.trigger().amount())
            .param("clock", run == null ? null : run.kind().name())
            .param("began", run == null ? null : run.began().atOffset(ZoneOffset.UTC))
            .param("minutes", run == null ? null : run.target().toMinutes())
            .param("occasion", step.reached().occasion())
            .param("due", step.reached().at().atOffset(ZoneOffset.UTC))
            .param("at", now.atOffset(ZoneOffset.UTC))
            .param("acknowledge", within(known, level.acknowledgeWithin(), now))
            .param("plan", within(known, level.planWithin(), now))
            .update();
        return hit == 1 ? id : null;
    }

    private static @Nullable Object within(Known known, @Nullable Integer minutes, Instant now) {
        return minutes == null ? null
                : known.story().time().add(now, Duration.ofMinutes(minutes)).atOffset(ZoneOffset.UTC);
    }

    static void told(JdbcClient jdbc, UUID escalation, Recipient it) {
        jdbc.sql("insert into escalation_told (escalation_id, staff_id, part, acting_for)"
                + " values (:id, :staff, :part, :for) on conflict do nothing")
            .param("id", escalation)
            .param("staff", it.staff().id())
            .param("part", it.part().name())
            .param("for", it.actingFor() == null ? null : it.actingFor().id())
            .update();
    }

    /** When something will be due next, as it stands after what was just done. */
    private @Nullable Instant next(Known known, EscalationRules rules, List<Step> steps, Instant now) {
        var next = known.answerBy() != null && known.answerBy().isAfter(now) ? known.answerBy() : null;
        for (var step : steps) {
            next = earlier(next, step.reached().at(), now);
        }
        for (var each : unanswered(known.id())) {
            if (rules.above(each.level()).isPresent()) {
                next = earlier(next, each.acknowledgeBy(), now);
                next = earlier(next, each.planBy(), now);
            }
        }
        return next;
    }

    private static @Nullable Instant earlier(@Nullable Instant next, @Nullable Instant at, Instant now) {
        return at != null && at.isAfter(now) && (next == null || at.isBefore(next)) ? at : next;
    }

}
