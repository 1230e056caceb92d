package io.cesm.satisfaction.fielding;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Timeline;

/**
 * Gives somebody of the frame their personal link by another way than mail: WeCom, a
 * message, in person. Consent and guard hold as they do for mails.
 */
@Service
@Transactional
public class InvitingByHand {

    private final Surveys surveys;

    private final PeopleBook people;

    private final ContactGuard guards;

    private final InvitingAtOnce inviting;

    private final LinkTokens tokens;

    private final CurrentActor current;

    private final Timeline timeline;

    private final JdbcClient jdbc;

    private final Clock clock;

    InvitingByHand(Surveys surveys, PeopleBook people, ContactGuard guards, InvitingAtOnce inviting, LinkTokens tokens,
            CurrentActor current, Timeline timeline, JdbcClient jdbc, Clock clock) {
        this.surveys = surveys;
        this.people = people;
        this.guards = guards;
        this.inviting = inviting;
        this.tokens = tokens;
        this.current = current;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The token of the link of somebody, who is invited by it if they were not yet. */
    public String link(SurveyId id, UUID person) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var it = surveys.require(id);
        if (it.state() != SurveyState.FIELDED) {
            throw new Refusal("fielding.link_needs_field");
        }
        aloneWith(person);
        var row = people.require(id, person);
        var invitation = row.invitation();
        if (invitation == null) {
            return tokens.of(invite(it, row));
        }
        jdbc.sql("""
                update survey_invitation set state = 'SENT', channel = 'LINK', sent_at = :now, version = version + 1,
                       expires_at = :now + make_interval(days => :days)
                 where id = :id and state = 'QUEUED'""")
            .param("now", now())
            .param("days", it.settings().linkDays())
            .param("id", invitation)
            .update();
        outcome(person, row.outcome());
        return tokens.of(invitation);
    }

    /**
     * Two who hand over the link of one person at once get the same one; by phone and by
     * hand wait for each other too.
     */
    private void aloneWith(UUID person) {
        jdbc.sql("""
                select 1 from contact k join survey_frame f on f.contact_id = k.id
                 where f.id = ? for update of k""").param(person).query(Integer.class).optional();
    }

    private UUID invite(Survey it, PersonRow row) {
        var who = jdbc
            .sql("select f.id, f.tier, " + Candidate.COLUMNS
                    + " from survey_frame f join contact k on k.id = f.contact_id where f.id = :id")
            .param("survey", it.id().id())
            .param("id", row.id())
            .query(Candidate::of)
            .single();
        var why = inviting.hindrance(it.settings(), who, false, guards.now());
        if (why != null) {
            throw why;
        }
        var id = inviting.invite(it, who, row.id(), "LINK");
        timeline.record(Change.of(PlanningSurveys.subject(it), "LINK_HANDED").note(row.name()));
        return id;
    }

    private void outcome(UUID row, FrameOutcome before) {
        if (before == FrameOutcome.QUEUED || before == FrameOutcome.QUARANTINED) {
            jdbc.sql("update survey_frame set outcome = 'INVITED', until = null, outcome_at = ? where id = ?")
                .params(now(), row)
                .update();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

}
