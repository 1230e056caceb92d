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
import io.cesm.domain.complaint.EscalatingComplaints.Held;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.escalation.Climbed.Unanswered;
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

    @Override
    public void look(ComplaintId id) {
        Acting.as(Actor.system("CESM"), () -> look(id, complaints.hold(id)));
    }

    @Override
    public void lookIfDue(ComplaintId id) {
        Acting.as(Actor.system("CESM"), () -> {
            var held = complaints.hold(id);
            if (held != Held.LATER) {
                look(id, held);
            }
        });
    }

    private void look(ComplaintId id, Held held) {
        if (held == Held.OVER) {
            complaints.rest(id);
        }
        else {
            lookAt(known(id));
        }
    }

    private Known known(ComplaintId id) {
        var known = stories.read(id);
        var answerBy = known.answerBy();
        if (answerBy == null || answerBy.isAfter(clock.instant())) {
            return known;
        }
        complaints.expireOffer(id);
        return stories.read(id);
    }

    private void lookAt(Known known) {
        var rules = bound(known);
        if (rules == null) {
            complaints.rest(known.id());
            return;
        }
        var now = clock.instant();
        var climbed = Climbed.read(jdbc, known.id());
        var steps = steps(known, rules.rules(), climbed.unanswered(known.clocks())).stream()
            .filter(it -> !climbed.has(it.level(), it.reached()))
            .sorted(Comparator.comparing((Step it) -> it.reached().at()).thenComparing(it -> it.level().number()))
            .toList();
        var done = steps.stream()
            .filter(it -> !it.reached().at().isAfter(now) && act(known, rules, it, now))
            .map(Step::level)
            .toList();
        var level = done.stream().mapToInt(EscalationLevel::number).reduce(known.level(), Math::max);
        complaints.looked(known.id(), level, next(known, rules.rules(), steps, done, now));
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

    private static List<Step> steps(Known known, EscalationRules rules, List<Unanswered> unanswered) {
        List<Step> steps = new ArrayList<>();
        for (var level : rules.levels()) {
            if (level.when().fit(known.subject())) {
                level.trigger()
                    .reachedBy(known.story())
                    .forEach(it -> steps.add(new Step(level, level.trigger().kind(), it)));
            }
        }
        for (var each : unanswered) {
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
        recipients.told(id, told);
        complaints.note(known.named(), "ESCALATED_" + level.number(), null);
        if (level.does(Deed.RAISE_GRADE)) {
            complaints.raise(known.id(), "%s · L%d".formatted(policies.require(rules.policy()).name(), level.number()));
        }
        if (level.does(Deed.WAR_ROOM)) {
            complaints.gather(known.id(), people.stream().map(Recipient::staff).toList(), true);
        }
        pass(known, level, people);
        if (!locks || level.does(Deed.NOTIFY)) {
            complaints.tell(known.named(), told.stream().map(Recipient::staff).toList(),
                    "COMPLAINT_ESCALATED_" + step.kind(), details(step), id.toString());
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
            complaints.tell(known.named(), List.of(first.staff()), "COMPLAINT_LOCKED", Map.of(),
                    known.id() + "/" + level.number());
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
            .param("acknowledge", utc(within(known, level.acknowledgeWithin(), now)))
            .param("plan", utc(within(known, level.planWithin(), now)))
            .update();
        return hit == 1 ? id : null;
    }

    private static @Nullable Instant within(Known known, @Nullable Integer minutes, Instant now) {
        return minutes == null ? null : known.story().time().add(now, Duration.ofMinutes(minutes));
    }

    private static @Nullable Object utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /**
     * When something will be due next, as it stands after what was just done: at once if
     * that changed what levels look at.
     */
    private static @Nullable Instant next(Known known, EscalationRules rules, List<Step> steps,
            List<EscalationLevel> done, Instant now) {
        if (done.stream().anyMatch(Escalator::changesWhatLevelsLookAt)) {
            return now;
        }
        var next = earlier(null, known.answerBy(), now);
        for (var step : steps) {
            next = earlier(next, step.reached().at(), now);
        }
        for (var each : done) {
            if (rules.above(each.number()).isPresent()) {
                next = earlier(next, within(known, each.acknowledgeWithin(), now), now);
                next = earlier(next, within(known, each.planWithin(), now), now);
            }
        }
        return next;
    }

    private static boolean changesWhatLevelsLookAt(EscalationLevel it) {
        return it.does(Deed.LOCK) || it.does(Deed.OFFER) || it.does(Deed.RAISE_GRADE);
    }

    private static @Nullable Instant earlier(@Nullable Instant next, @Nullable Instant at, Instant now) {
        return at != null && at.isAfter(now) && (next == null || at.isBefore(next)) ? at : next;
    }

}
