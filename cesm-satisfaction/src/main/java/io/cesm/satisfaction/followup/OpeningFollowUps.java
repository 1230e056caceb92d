package io.cesm.satisfaction.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.time.CompanyTime;
import io.cesm.satisfaction.reading.TakenAnswers;
import io.cesm.satisfaction.reading.AnswerReader;
import io.cesm.satisfaction.reading.TakenAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opens a follow-up for an answer of our own surveys that meets a rule, one for the
 * answer however many rules it meets. Nothing is opened for anonymous answers: nobody
 * could be asked; nor for answers that were left out before they were read.
 */
@Component
public class OpeningFollowUps implements AnswerReader {

    /** Whoever answered longer ago than that is not asked about it any more. */
    public static final int FRESH_DAYS = 30;

    private static final int LOOKED_BACK = 50;

    private final TendingRules rules;

    private final TakenAnswers answers;

    private final FollowUps followUps;

    private final FollowUpHistory history;

    private final Caretakers caretakers;

    private final DueTimes dueTimes;

    private final RecordNumbers numbers;

    private final Clock clock;

    private final JdbcClient jdbc;

    OpeningFollowUps(TendingRules rules, TakenAnswers answers, FollowUps followUps, FollowUpHistory history,
            Caretakers caretakers, DueTimes dueTimes, RecordNumbers numbers, Clock clock, JdbcClient jdbc) {
        this.rules = rules;
        this.answers = answers;
        this.followUps = followUps;
        this.history = history;
        this.caretakers = caretakers;
        this.dueTimes = dueTimes;
        this.numbers = numbers;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** A rule an answer met, and by what. */
    private record Hit(FollowUpRule rule, String evidence) {
    }

    @Override
    public void read(List<TakenAnswer> all) {
        var oldest = CompanyTime.today(clock).minusDays(FRESH_DAYS);
        var judged = all.stream()
            .filter(it -> it.own() && it.isByName() && it.customer() != null && !it.on().isBefore(oldest))
            .toList();
        var counting = judged.isEmpty() ? Set.of() : answers.counting(judged.stream().map(TakenAnswer::id).toList());
        judged = judged.stream().filter(it -> counting.contains(it.id())).toList();
        if (judged.isEmpty()) {
            return;
        }
        var active = rules.all().stream().filter(FollowUpRule::active).toList();
        var deciders = deciders(judged);
        for (var answer : judged) {
            var hits = hits(answer, active, deciders.getOrDefault(answer.id(), false));
            if (!hits.isEmpty() && answer.customer() != null) {
                open(answer, answer.customer(), hits);
            }
        }
    }

    private List<Hit> hits(TakenAnswer answer, List<FollowUpRule> active, boolean decider) {
        List<Hit> hits = new ArrayList<>();
        for (var rule : active) {
            var evidence = rule.decidersOnly() && !decider ? null : evidence(answer, rule);
            if (evidence != null) {
                hits.add(new Hit(rule, evidence));
            }
        }
        return hits;
    }

    private @Nullable String evidence(TakenAnswer answer, FollowUpRule rule) {
        var said = new ArrayList<String>();
        if (rule.threshold() != null) {
            var low = rule.tooLow(answer).orElse(null);
            if (low == null) {
                return null;
            }
            said.add(low.type() + " " + low.point() + "/" + low.scale().max());
        }
        if (!rule.words().isEmpty()) {
            var word = rule.written(answer).orElse(null);
            if (word == null) {
                return null;
            }
            said.add("“" + word + "”");
        }
        if (rule.againDays() != null) {
            var before = before(answer, rule, rule.againDays());
            if (before == null) {
                return null;
            }
            said.add("↻ " + before);
        }
        return String.join(" · ", said);
    }

    /** The day on which the same customer was that low before. */
    private @Nullable LocalDate before(TakenAnswer answer, FollowUpRule rule, int days) {
        var customer = answer.customer();
        return customer == null ? null
                : answers.ofCustomer(customer, answer.on().minusDays(days), LOOKED_BACK)
                    .stream()
                    .filter(it -> !it.id().equals(answer.id()) && !it.on().isAfter(answer.on()))
                    .filter(it -> rule.tooLow(it).isPresent())
                    .map(TakenAnswer::on)
                    .findFirst()
                    .orElse(null);
    }

    private void open(TakenAnswer answer, CustomerId customer, List<Hit> hits) {
        var now = clock.instant();
        var hours = hits.stream().mapToInt(it -> it.rule().dueHours()).min().orElseThrow();
        var due = dueTimes.after(now, hours);
        var known = followUps.findByResponse(answer.id()).orElse(null);
        if (known != null) {
            known.dueBy(due);
            note(followUps.save(known), answer.id(), hits);
            return;
        }
        var confidential = answer.anonymity() != io.cesm.satisfaction.questionnaire.Anonymity.NAMED;
        var owner = caretakers.of(customer, answer.survey(), confidential, CompanyTime.dayOf(now));
        var opened = new FollowUp(numbers.next("F"), new Opening(answer, customer, owner, now, due));
        followUps.save(opened);
        followUps.flush(); // the rows that hang on it are written past JPA
        note(opened, answer.id(), hits);
        history.opened(opened, hits.stream().map(it -> it.rule().name() + "（" + it.evidence() + "）").toList());
    }

    private void note(FollowUp followUp, UUID response, List<Hit> hits) {
        for (var hit : hits) {
            jdbc.sql("""
                    insert into follow_up_reason (rule_id, response_id, follow_up_id, evidence)
                    values (?, ?, ?, ?) on conflict (rule_id, response_id) do nothing""")
                .params(hit.rule().id().id(), response, followUp.id().id(), hit.evidence())
                .update();
        }
    }

    private Map<UUID, Boolean> deciders(List<TakenAnswer> all) {
        Map<UUID, Boolean> deciding = new HashMap<>();
        Map<UUID, Boolean> contacts = new HashMap<>();
        jdbc.sql("select id from contact where id = any(?) and decision_role = 'DECISION_MAKER'")
            .param(all.stream()
                .map(TakenAnswer::contact)
                .flatMap(it -> it == null ? java.util.stream.Stream.<UUID>empty() : java.util.stream.Stream.of(it.id()))
                .toArray(UUID[]::new))
            .query(rs -> {
                contacts.put(rs.getObject(1, UUID.class), true);
            });
        all.forEach(it -> deciding.put(it.id(), it.contact() != null && contacts.containsKey(it.contact().id())));
        return deciding;
    }

}
