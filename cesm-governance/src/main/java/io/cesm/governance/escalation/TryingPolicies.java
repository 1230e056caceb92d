package io.cesm.governance.escalation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffBook;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.escalation.PastStory.Past;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plays a draft on complaints of the past before it is switched on: what would have been
 * escalated, who would have been told, and what is different from what is in force.
 */
@Service
@Transactional(readOnly = true)
public class TryingPolicies {

    /** How many complaints are played at most; the newest ones. */
    public static final int MOST = 2_000;

    private static final int SAMPLES = 40;

    private static final int NAMES = 8;

    private final EscalationPolicies policies;

    private final PastStory past;

    private final Recipients recipients;

    private final StaffBook people;

    private final CurrentActor current;

    private final Clock clock;

    TryingPolicies(EscalationPolicies policies, PastStory past, Recipients recipients, StaffBook people,
            CurrentActor current, Clock clock) {
        this.policies = policies;
        this.past = past;
        this.recipients = recipients;
        this.people = people;
        this.current = current;
        this.clock = clock;
    }

    /** Somebody who would have been told, and how often. */
    public record Person(String name, int times) {
    }

    /**
     * What one level would have done.
     *
     * @param fresh escalations that do not happen under what is in force
     */
    public record Effect(EscalationLevel level, int complaints, int escalations, int fresh, List<Person> people) {
    }

    /** An escalation that would have been, or would be no more. */
    public record Sample(ComplaintId complaint, String number, String customer, EscalationLevel level, Instant at,
            Change change) {
    }

    /** How it differs from what is in force. */
    public enum Change {

        SAME, FRESH, GONE

    }

    /**
     * What came of it.
     *
     * @param complaints how many were played
     * @param under how many of them come under this policy
     * @param before escalations under what is in force
     * @param after escalations with the draft in force
     */
    public record Trial(LocalDate from, LocalDate to, int complaints, int under, int before, int after, int gone,
            List<Effect> effects, List<Sample> samples) {
    }

    /** An escalation in one of the two worlds. */
    private record Played(Past past, EscalationLevel level, Instant at, String key) {
    }

    /** Plays the draft of a policy on complaints that came in a period. */
    public Trial play(UUID policy, LocalDate from, LocalDate to) {
        current.actor().requireMay(Right.SETTINGS);
        var drafted = policies.require(policy);
        var now = policies.all();
        var then = new ArrayList<>(now);
        then.removeIf(it -> it.id().equals(policy));
        then.add(new EscalationPolicy(drafted.id(), drafted.rank(), drafted.name(), drafted.nameEn(),
                Math.max(drafted.version(), 1), true, drafted.edited(), null, drafted.revision()));
        then.sort(Comparator.comparingInt(EscalationPolicy::rank));
        var stories = past.between(from, to, MOST);
        var before = play(stories, now);
        var after = play(stories, then);
        var under = stories.stream()
            .filter(it -> policy.equals(deciding(then, it).map(EscalationPolicy::id).orElse(null)))
            .count();
        return new Trial(from, to, stories.size(), (int) under, before.size(), after.size(),
                (int) before.keySet().stream().filter(it -> !after.containsKey(it)).count(),
                effects(drafted.edited(), before, after), samples(before, after));
    }

    private static java.util.Optional<EscalationPolicy> deciding(List<EscalationPolicy> all, Past it) {
        return all.stream()
            .filter(EscalationPolicy::isInForce)
            .filter(each -> each.rules() != null && each.rules().when().fit(it.subject()))
            .findFirst();
    }

    private Map<String, Played> play(List<Past> stories, List<EscalationPolicy> all) {
        Map<String, Played> played = new LinkedHashMap<>();
        var now = clock.instant();
        for (var each : stories) {
            var rules = deciding(all, each).map(EscalationPolicy::rules).orElse(null);
            if (rules != null) {
                for (var level : rules.levels()) {
                    if (level.when().fit(each.subject())) {
                        play(each, level, now, played);
                    }
                }
            }
        }
        return played;
    }

    private static void play(Past each, EscalationLevel level, Instant now, Map<String, Played> played) {
        for (var reached : level.trigger().reachedBy(each.story())) {
            var closed = each.closedAt();
            if (!reached.at().isAfter(now) && (closed == null || reached.at().isBefore(closed))) {
                var key = each.id() + "/" + level.number() + "/" + reached.occasion();
                played.putIfAbsent(key, new Played(each, level, reached.at(), key));
            }
        }
    }

    private List<Effect> effects(EscalationRules rules, Map<String, Played> before, Map<String, Played> after) {
        Map<String, List<StaffId>> known = new HashMap<>();
        List<Effect> effects = new ArrayList<>();
        for (var level : rules.levels()) {
            var mine = after.values().stream().filter(it -> it.level().equals(level)).toList();
            Set<ComplaintId> complaints = new HashSet<>();
            Map<StaffId, Integer> told = new HashMap<>();
            for (var each : mine) {
                complaints.add(each.past().id());
                recipients(level, each.past(), known).forEach(it -> told.merge(it, 1, Integer::sum));
            }
            var fresh = (int) mine.stream().filter(it -> !before.containsKey(it.key())).count();
            effects.add(new Effect(level, complaints.size(), mine.size(), fresh, names(told)));
        }
        return effects;
    }

    private List<StaffId> recipients(EscalationLevel level, Past it, Map<String, List<StaffId>> known) {
        var today = CompanyTime.today(clock);
        return known.computeIfAbsent(level.whom() + "/" + it.customer() + "/" + it.owner(),
                key -> recipients.of(level.whom(), it.customer(), it.owner(), today)
                    .stream()
                    .map(Recipients.Recipient::staff)
                    .toList());
    }

    private List<Person> names(Map<StaffId, Integer> told) {
        var names = people.names(told.keySet());
        return told.entrySet()
            .stream()
            .map(it -> new Person(names.getOrDefault(it.getKey(), "?"), it.getValue()))
            .sorted(Comparator.comparingInt(Person::times).reversed().thenComparing(Person::name))
            .limit(NAMES)
            .toList();
    }

    /** What is different first, then what stays the same. */
    private static List<Sample> samples(Map<String, Played> before, Map<String, Played> after) {
        List<Sample> samples = new ArrayList<>();
        before.values()
            .stream()
            .filter(it -> !after.containsKey(it.key()))
            .forEach(it -> samples.add(sample(it, Change.GONE)));
        after.values()
            .forEach(it -> samples.add(sample(it, before.containsKey(it.key()) ? Change.SAME : Change.FRESH)));
        samples.sort(Comparator.comparing((Sample it) -> it.change() == Change.SAME)
            .thenComparing(Sample::at, Comparator.reverseOrder()));
        return List.copyOf(samples.subList(0, Math.min(samples.size(), SAMPLES)));
    }

    private static Sample sample(Played it, Change change) {
        return new Sample(it.past().id(), it.past().number(), it.past().customerName(), it.level(), it.at(), change);
    }

}
