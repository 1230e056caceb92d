package io.cesm.governance.escalation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import io.cesm.domain.calendar.BusinessTime;
import io.cesm.domain.calendar.CalendarBook;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.topissue.EscalatingTopIssues;
import io.cesm.domain.topissue.Silence;
import io.cesm.domain.topissue.TopIssueId;
import io.cesm.governance.escalation.Recipients.Recipient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes TOP issues up the ladder when a customer who was asked for the problem in their
 * words, for their approval, or told how far it is does not answer for the working days a
 * policy names. When they do answer, it comes down by itself.
 */
@Service
public class WatchingSilentCustomers {

    /** Stands as the reason when it came down because the customer answered. */
    public static final String ANSWERED = "ANSWERED";

    /**
     * Stands as the reason when it came down because the customer was asked once more.
     */
    public static final String ASKED_ANEW = "ASKED_ANEW";

    private static final Logger LOG = LoggerFactory.getLogger(WatchingSilentCustomers.class);

    private final EscalatingTopIssues issues;

    private final EscalationPolicies policies;

    private final Recipients recipients;

    private final CalendarBook calendars;

    private final TransactionTemplate transaction;

    private final JdbcClient jdbc;

    private final Clock clock;

    WatchingSilentCustomers(EscalatingTopIssues issues, EscalationPolicies policies, Recipients recipients,
            CalendarBook calendars, TransactionTemplate transaction, JdbcClient jdbc, Clock clock) {
        this.issues = issues;
        this.policies = policies;
        this.recipients = recipients;
        this.calendars = calendars;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An escalation that stands and whose customer may have answered, or nobody of us.
     */
    private record Open(UUID id, UUID issue, UUID customer, String about, String occasion, int level,
            @Nullable Instant acknowledgeBy, @Nullable Instant planBy) {

        Which which() {
            return new Which(issue, customer, about, Occasion.since(occasion));
        }

    }

    /** Which silence it is: an escalation and the silence it stands for name the same. */
    private record Which(UUID issue, UUID customer, String about, long since) {

        boolean isOlderThan(Which other) {
            return issue.equals(other.issue) && customer.equals(other.customer) && about.equals(other.about);
        }

        static Which of(Silence it) {
            return new Which(it.issue().id(), it.customer().id(), it.about().name(), it.since().getEpochSecond());
        }

    }

    /** A level that a silence has reached. */
    private record Step(EscalationLevel level, TriggerKind kind, String occasion, Instant due) {
    }

    /**
     * Looks at every silence; whoever calls it and however often, a level happens once.
     */
    public void look() {
        Acting.as(Actor.system("CESM"), () -> {
            var days = calendars.time(calendars.require(LiveStory.OFFICE_HOURS));
            var silences = issues.silences();
            alone(() -> comeDown(silences));
            silences.forEach(it -> alone(() -> goUp(it, days)));
        });
    }

    /** One that fails does not keep the others from being looked at. */
    private void alone(Runnable work) {
        try {
            transaction.executeWithoutResult(status -> work.run());
        }
        catch (RuntimeException ex) {
            LOG.warn("A silence at a TOP issue could not be looked at; it will be again", ex);
        }
    }

    private void comeDown(List<Silence> silences) {
        var lasting = silences.stream().map(Which::of).collect(Collectors.toSet());
        for (var each : open("e.lowered_at is null", Map.of())) {
            if (!lasting.contains(each.which())) {
                boolean anew = lasting.stream().anyMatch(each.which()::isOlderThan);
                int rows = jdbc
                    .sql("update escalation set lowered_at = :at, lowered_to = 0, lowered_because = :because"
                            + " where id = :id and lowered_at is null")
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("because", anew ? ASKED_ANEW : ANSWERED)
                    .param("id", each.id())
                    .update();
                if (rows == 1) {
                    issues.note(new TopIssueId(each.issue()), anew ? "SILENCE_ANEW" : "SILENCE_ENDED", null);
                }
            }
        }
    }

    private void goUp(Silence it, BusinessTime days) {
        var policy = deciding(it.customer());
        if (policy == null) {
            return;
        }
        issues.hold(it.issue());
        var now = clock.instant();
        for (var step : steps(it, Objects.requireNonNull(policy.rules()), customer(it.customer()), days)) {
            if (!step.due().isAfter(now)) {
                act(it, policy, step, days, now);
            }
        }
    }

    /** The customer as conditions look at it. */
    private record Looked(@Nullable Integer tier, @Nullable String path) {
    }

    private Looked customer(CustomerId id) {
        return jdbc
            .sql("select c.tier, u.path from customer c left join org_unit u on u.id = c.unit_id where c.id = :id")
            .param("id", id.id())
            .query((rs, i) -> new Looked(rs.getObject("tier", Integer.class), rs.getString("path")))
            .single();
    }

    private @Nullable EscalationPolicy deciding(CustomerId id) {
        var it = customer(id);
        return policies.decidingIssues(it.tier(), it.path()).orElse(null);
    }

    private List<Step> steps(Silence it, EscalationRules rules, Looked customer, BusinessTime days) {
        var story = new Story(it.since(), it.since(), null, List.of(), List.of(new Story.Stretch(it.since(), null)),
                null, null, 0, 0, List.of(), List.of(), days, days);
        List<Step> steps = new ArrayList<>();
        for (var level : rules.levels()) {
            if (level.trigger().kind() == TriggerKind.CUSTOMER_SILENT
                    && level.when().fitIssue(customer.tier(), customer.path())) {
                level.trigger()
                    .reachedBy(story)
                    .forEach(each -> steps.add(new Step(level, TriggerKind.CUSTOMER_SILENT,
                            Occasion.of(each.occasion(), it.customer().id(), it.about().name()), each.at())));
            }
        }
        for (var each : open("e.lowered_at is null and e.issue_id = :issue", Map.of("issue", it.issue().id()))) {
            if (each.which().equals(Which.of(it))) {
                rules.above(each.level()).ifPresent(next -> unanswered(each, next, steps));
            }
        }
        return steps;
    }

    private static void unanswered(Open each, EscalationLevel next, List<Step> steps) {
        if (each.acknowledgeBy() != null) {
            steps.add(new Step(next, TriggerKind.UNACKNOWLEDGED, Occasion.after("UNACKNOWLEDGED", each.id(), each),
                    each.acknowledgeBy()));
        }
        if (each.planBy() != null) {
            steps.add(
                    new Step(next, TriggerKind.PLAN_LATE, Occasion.after("PLAN_LATE", each.id(), each), each.planBy()));
        }
    }

    private void act(Silence it, EscalationPolicy policy, Step step, BusinessTime days, Instant now) {
        var level = step.level();
        var id = Uuid7.at(now.toEpochMilli());
        int rows = jdbc
            .sql("""
                    insert into escalation (id, issue_id, customer_id, about, policy_id, policy_version, level, kind, amount,
                           occasion, due_at, at, acknowledge_by, plan_by)
                    values (:id, :issue, :customer, :about, :policy, :version, :level, :kind, :amount, :occasion, :due, :at,
                           :acknowledge, :plan)
                    on conflict do nothing""")
            .param("id", id)
            .param("issue", it.issue().id())
            .param("customer", it.customer().id())
            .param("about", it.about().name())
            .param("policy", policy.id())
            .param("version", policy.version())
            .param("level", level.number())
            .param("kind", step.kind().name())
            .param("amount", level.trigger().amount())
            .param("occasion", step.occasion())
            .param("due", step.due().atOffset(ZoneOffset.UTC))
            .param("at", now.atOffset(ZoneOffset.UTC))
            .param("acknowledge", within(days, level.acknowledgeWithin(), now))
            .param("plan", within(days, level.planWithin(), now))
            .update();
        if (rows == 0) {
            return;
        }
        issues.note(it.issue(), "ESCALATED_" + level.number(), null);
        var owner = it.owner() == null ? null : it.owner().id();
        var people = recipients.of(level.whom(), it.customer().id(), owner, CompanyTime.dayOf(now));
        recipients.told(id, people);
        people.forEach(who -> tell(it, step, id, who));
    }

    private void tell(Silence it, Step step, UUID id, Recipient who) {
        var details = new TreeMap<String, String>();
        details.put("a", String.valueOf(step.level().number()));
        details.put("b", String.valueOf(step.level().trigger().amount()));
        issues.tell(it.issue(), who.staff(), "TOP_ISSUE_ESCALATED_" + step.kind(), details, id.toString());
    }

    private static @Nullable Object within(BusinessTime days, @Nullable Integer minutes, Instant now) {
        return minutes == null ? null : days.add(now, Duration.ofMinutes(minutes)).atOffset(ZoneOffset.UTC);
    }

    private List<Open> open(String condition, Map<String, ?> params) {
        return jdbc.sql("""
                select e.id, e.issue_id, e.customer_id, e.about, e.occasion, e.level,
                       case when e.acknowledged_at is null then e.acknowledge_by end as acknowledge_by,
                       case when e.planned_at is null then e.plan_by end as plan_by
                  from escalation e where e.issue_id is not null and\s""" + condition)
            .params(params)
            .query((rs, i) -> new Open(rs.getObject("id", UUID.class), rs.getObject("issue_id", UUID.class),
                    rs.getObject("customer_id", UUID.class), Objects.requireNonNull(rs.getString("about")),
                    Objects.requireNonNull(rs.getString("occasion")), rs.getInt("level"),
                    LiveStory.at(rs, "acknowledge_by"), LiveStory.at(rs, "plan_by")))
            .list();
    }

    /** Names what made a level necessary; ends with the moment the silence began. */
    private static final class Occasion {

        static String of(String reached, UUID customer, String about) {
            var at = reached.lastIndexOf('@');
            return "%s%s/%s@%s".formatted(reached.substring(0, at), customer, about, reached.substring(at + 1));
        }

        static String after(String kind, UUID escalation, Open below) {
            return "%s/%s@%d".formatted(kind, escalation, since(below.occasion()));
        }

        static long since(String occasion) {
            return Long.parseLong(occasion.substring(occasion.lastIndexOf('@') + 1));
        }

    }

}
