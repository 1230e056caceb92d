package io.cesm.satisfaction.fielding;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.customer.ContactByText;
import io.cesm.domain.intake.CustomerByText;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;

/**
 * Takes service events – a case closed, a delivery accepted, a visit done – and asks
 * about them as the rules say: each event once, after a delay, by a draw that is kept.
 * For everybody it is noted why they were asked or not.
 */
@Service
@Transactional
public class TellingEvents {

    /** Asking later than this about one case helps nobody. */
    static final int PATIENCE_DAYS = 14;

    private final CustomerByText customers;

    private final ContactByText contacts;

    private final Surveys surveys;

    private final ContactGuard guards;

    private final QueueingInvitations queue;

    private final LinkTokens tokens;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    private final Clock clock;

    private final SecureRandom random = new SecureRandom();

    TellingEvents(CustomerByText customers, ContactByText contacts, Surveys surveys, ContactGuard guards,
            QueueingInvitations queue, LinkTokens tokens, CurrentActor current, JdbcClient jdbc, Clock clock) {
        this.customers = customers;
        this.contacts = contacts;
        this.surveys = surveys;
        this.guards = guards;
        this.queue = queue;
        this.tokens = tokens;
        this.current = current;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Rule(SurveyId survey, int delayHours, BigDecimal probability) {
    }

    /** Takes an event of another system, which names customer and person in its words. */
    public ToldEvent tell(TellEvent it) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var customer = customers.require(it.customer());
        return tell(it.of(customer, contacts.require(customer, List.of(it.contact()))));
    }

    /** Takes an event of our own; whoever tells it knows that both are within reach. */
    public ToldEvent tell(ServiceFact it) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var happened = it.happenedAt() == null ? clock.instant() : it.happenedAt();
        var id = Uuid7.next();
        int told = jdbc
            .sql("""
                    insert into survey_event (id, event, event_key, customer_id, contact_id, about, happened_at, received_at)
                    values (:id, :event, :key, :customer, :contact, cast(:about as jsonb), :happened, :now)
                    on conflict (event, event_key) do nothing""")
            .param("id", id)
            .param("event", it.event().name())
            .param("key", it.key())
            .param("customer", it.customer().id())
            .param("contact", it.contact().id())
            .param("about", SettingsJson.write(it.about()))
            .param("happened", happened.atOffset(ZoneOffset.UTC))
            .param("now", now())
            .update();
        if (told == 0) {
            return before(it);
        }
        var asked = new ArrayList<ToldEvent.Asked>();
        for (var rule : rules(it.event())) {
            asked.add(ask(it, rule, happened));
        }
        return new ToldEvent(id, false, asked);
    }

    private List<Rule> rules(ServiceEvent event) {
        return jdbc
            .sql("""
                    select t.survey_id, t.delay_hours, t.probability from survey_trigger t join survey s on s.id = t.survey_id
                     where t.event = :event and t.active and s.state = 'FIELDED' and s.opens_on <= :today
                       and s.closes_on >= :today order by t.created_at, t.id""")
            .param("event", event.name())
            .param("today", CompanyTime.today(clock))
            .query((rs, i) -> new Rule(new SurveyId(rs.getObject(1, UUID.class)), rs.getInt(2), rs.getBigDecimal(3)))
            .list();
    }

    private ToldEvent.Asked ask(ServiceFact it, Rule rule, Instant happened) {
        var survey = surveys.require(rule.survey);
        var who = jdbc
            .sql("select k.id, (select c.tier from customer c where c.id = k.customer_id) as tier, " + Candidate.COLUMNS
                    + " from contact k where k.id = :id")
            .param("survey", rule.survey.id())
            .param("id", it.contact().id())
            .query(Candidate::of)
            .single();
        var number = random.nextDouble();
        var due = happened.plus(Duration.ofHours(rule.delayHours));
        var decision = decide(survey, who, number, rule, due);
        var invitation = decision.isAsked() ? invite(it, survey, who, due, decision.until()) : null;
        jdbc.sql(
                """
                        insert into survey_frame (id, survey_id, customer_id, contact_id, source, tier, outcome, until, drawn,
                                                  invitation_id, event, event_key, added_at, outcome_at)
                        values (:id, :survey, :customer, :contact, 'EVENT', :tier, :outcome, :until, :drawn, :invitation, :event,
                                :key, :now, :now)
                        on conflict (survey_id, event_key) do nothing""")
            .param("id", Uuid7.next())
            .param("survey", rule.survey.id())
            .param("customer", it.customer().id())
            .param("contact", it.contact().id())
            .param("tier", who.tier(), java.sql.Types.SMALLINT)
            .param("outcome", decision.outcome().name())
            .param("until", decision.until(), java.sql.Types.DATE)
            .param("drawn", BigDecimal.valueOf(number))
            .param("invitation", invitation, java.sql.Types.OTHER)
            .param("event", it.event().name())
            .param("key", it.wholeKey())
            .param("now", now())
            .update();
        return new ToldEvent.Asked(rule.survey, decision.outcome(), decision.until());
    }

    private Decision decide(Survey survey, Candidate who, double number, Rule rule, Instant due) {
        var hindrance = who.hindrance(survey.settings().consent());
        if (hindrance != null) {
            return new Decision(who, number, hindrance, null, false);
        }
        if (number >= rule.probability.doubleValue()) {
            return new Decision(who, number, FrameOutcome.NOT_DRAWN, null, false);
        }
        LocalDate day = CompanyTime.dayOf(due);
        var free = survey.settings().guarded() ? who.freeFrom(guards.now(), day) : day;
        if (!free.isAfter(day)) {
            return new Decision(who, number, FrameOutcome.QUEUED, null, true);
        }
        var closes = survey.closesOn();
        boolean waits = !free.isAfter(day.plusDays(PATIENCE_DAYS)) && (closes == null || !free.isAfter(closes));
        return new Decision(who, number, FrameOutcome.QUARANTINED, free, waits);
    }

    private UUID invite(ServiceFact it, Survey survey, Candidate who, Instant due, @Nullable LocalDate until) {
        var id = Uuid7.next();
        var since = until == null ? due : CompanyTime.startOf(until);
        jdbc.sql(
                """
                        insert into survey_invitation (id, survey_id, customer_id, contact_id, channel, language, state, token_hash,
                                                       event_key, about, not_before, created_at, version)
                        values (:id, :survey, :customer, :contact, 'MAIL', :language, 'QUEUED', :hash, :key,
                                cast(:about as jsonb), :since, :now, 0)""")
            .param("id", id)
            .param("survey", survey.id().id())
            .param("customer", who.customer())
            .param("contact", who.contact())
            .param("language", queue.language(survey, who.language()))
            .param("hash", tokens.digestOf(id))
            .param("key", it.wholeKey())
            .param("about", SettingsJson.write(it.about()))
            .param("since", since.atOffset(ZoneOffset.UTC))
            .param("now", now())
            .update();
        return id;
    }

    private ToldEvent before(ServiceFact it) {
        var asked = jdbc.sql("select survey_id, outcome, until from survey_frame where event_key = ? order by id")
            .param(it.wholeKey())
            .query((rs, i) -> new ToldEvent.Asked(new SurveyId(rs.getObject(1, UUID.class)),
                    FrameOutcome.valueOf(rs.getString(2)), rs.getObject(3, LocalDate.class)))
            .list();
        var id = jdbc.sql("select id from survey_event where event = ? and event_key = ?")
            .params(it.event().name(), it.key())
            .query(UUID.class)
            .single();
        return new ToldEvent(id, true, asked);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

}
