package io.cesm.satisfaction.fielding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.ContactFile;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.timeline.Change;
import io.cesm.domain.timeline.Timeline;
import io.cesm.satisfaction.questionnaire.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking somebody by phone what a survey in the field asks: whoever was invited already
 * keeps their invitation, somebody new comes into the frame as picked by hand. Consent,
 * guard and the draw hold as they do for mails.
 */
@Service
@Transactional
public class AskingByPhone {

    private static final String FIELDED = """
            select s.id as survey, s.number, s.title, s.closes_on, s.settings, f.id as row, f.outcome, i.id as invitation,
                   i.state, k.id, cast(null as integer) as tier,
            """
            + Candidate.COLUMNS.replace(":survey", "s.id")
            + """
                      from survey s join contact k on k.id = :contact
                      left join lateral (select x.id, x.outcome, x.invitation_id from survey_frame x
                                          where x.survey_id = s.id and x.contact_id = :contact
                                          order by x.added_at desc, x.id desc limit 1) f on true
                      left join survey_invitation i on i.id = f.invitation_id
                     where s.state = 'FIELDED' and s.origin = 'OWN' and s.anonymity <> 'ANONYMOUS'
                       and (s.opens_on is null or s.opens_on <= :today) and (s.closes_on is null or s.closes_on >= :today)
                    """;

    private final Surveys surveys;

    private final ContactFile contacts;

    private final ContactGuard guards;

    private final InvitingAtOnce inviting;

    private final CurrentActor current;

    private final Timeline timeline;

    private final JdbcClient jdbc;

    private final Clock clock;

    AskingByPhone(Surveys surveys, ContactFile contacts, ContactGuard guards, InvitingAtOnce inviting,
            CurrentActor current, Timeline timeline, JdbcClient jdbc, Clock clock) {
        this.surveys = surveys;
        this.contacts = contacts;
        this.guards = guards;
        this.inviting = inviting;
        this.current = current;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A survey somebody could be asked.
     *
     * @param known whether they have been invited to it
     * @param why why not now, as the refusal that asking would meet; null if they may be
     * asked
     */
    public record PhoneSurvey(SurveyId id, String number, Words title, @Nullable LocalDate closesOn, boolean known,
            @Nullable Refusal why) {
    }

    /** A survey in the field, and how it stands with somebody. */
    private record Chance(SurveyId id, String number, Words title, @Nullable LocalDate closesOn,
            SurveySettings settings, @Nullable UUID row, @Nullable FrameOutcome outcome, @Nullable UUID invitation,
            @Nullable InvitationState state, Candidate who) {

        static Chance of(ResultSet rs, int i) throws SQLException {
            var outcome = rs.getString("outcome");
            var state = rs.getString("state");
            return new Chance(new SurveyId(rs.getObject("survey", UUID.class)), rs.getString("number"),
                    new Words(SettingsJson.strings(rs.getString("title"))), rs.getObject("closes_on", LocalDate.class),
                    SettingsJson.settings(rs.getString("settings")), rs.getObject("row", UUID.class),
                    outcome == null ? null : FrameOutcome.valueOf(outcome), rs.getObject("invitation", UUID.class),
                    state == null ? null : InvitationState.valueOf(state), Candidate.of(rs, i));
        }

    }

    /**
     * The surveys in the field that ask with names, those one may not ask now with why.
     */
    @Transactional(readOnly = true)
    public List<PhoneSurvey> surveys(ContactId contact) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        contacts.head(contact);
        var guard = guards.now();
        return jdbc.sql(FIELDED + " order by s.closes_on nulls last, s.number")
            .param("contact", contact.id())
            .param("today", CompanyTime.today(clock))
            .query(Chance::of)
            .list()
            .stream()
            .map(it -> new PhoneSurvey(it.id(), it.number(), it.title(), it.closesOn(), it.invitation() != null,
                    judge(it, guard)))
            .toList();
    }

    /**
     * Begins a conversation.
     * @return the invitation the answers belong to
     */
    public UUID begin(SurveyId id, ContactId contact) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        var head = contacts.head(contact);
        // two who begin at once get the same invitation
        jdbc.sql("select 1 from contact where id = ? for update").param(contact.id()).query(Integer.class).single();
        var chance = jdbc.sql(FIELDED + " and s.id = :survey")
            .param("contact", contact.id())
            .param("today", CompanyTime.today(clock))
            .param("survey", id.id())
            .query(Chance::of)
            .optional()
            .orElseThrow(() -> new Refusal("fielding.phone_needs_field"));
        var why = judge(chance, guards.now());
        if (why != null) {
            throw why;
        }
        var it = surveys.require(id);
        var invitation = chance.invitation();
        if (invitation != null) {
            takeOver(invitation, it);
            return invitation;
        }
        return invite(it, chance, head.details().name());
    }

    private @Nullable Refusal judge(Chance chance, Guard guard) {
        if (chance.state() == InvitationState.ANSWERED) {
            return new Refusal("fielding.phone_answered");
        }
        if (chance.state() == InvitationState.DECLINED || chance.state() == InvitationState.WITHDRAWN
                || chance.outcome() == FrameOutcome.OPTED_OUT) {
            return new Refusal("fielding.no_consent");
        }
        if (chance.outcome() == FrameOutcome.NOT_DRAWN || chance.outcome() == FrameOutcome.FRAME) {
            return new Refusal("fielding.phone_not_drawn");
        }
        var asked = chance.state() != null && chance.state() != InvitationState.QUEUED;
        return inviting.hindrance(chance.settings(), chance.who(), asked, guard);
    }

    /** The mail that waits is not sent any more, and nobody is reminded. */
    private void takeOver(UUID invitation, Survey it) {
        jdbc.sql(
                """
                        update survey_invitation set state = case when state in ('QUEUED', 'EXPIRED') then 'SENT' else state end,
                               channel = 'PHONE', sent_at = coalesce(sent_at, :now), version = version + 1,
                               expires_at = greatest(expires_at, :now + make_interval(days => :days))
                         where id = :id and state in ('QUEUED', 'SENT', 'OPENED', 'BEGUN', 'BOUNCED', 'EXPIRED')""")
            .param("now", now())
            .param("days", it.settings().linkDays())
            .param("id", invitation)
            .update();
        jdbc.sql("""
                update survey_frame set outcome = 'INVITED', until = null, outcome_at = :now
                 where invitation_id = :id and outcome in ('QUEUED', 'QUARANTINED')""")
            .param("now", now())
            .param("id", invitation)
            .update();
    }

    private UUID invite(Survey it, Chance chance, String name) {
        var staff = current.actor().requireStaff();
        var who = chance.who();
        var row = chance.row();
        if (row == null) {
            BuildingFrames.insert(jdbc, it.id(), List.of(who.contact()), FrameSource.HAND, staff.id(), now());
            row = jdbc.sql("select id from survey_frame where survey_id = ? and contact_id = ? and event_key is null")
                .params(it.id().id(), who.contact())
                .query(UUID.class)
                .single();
        }
        var id = inviting.invite(it, who, row, "PHONE");
        timeline.record(Change.of(PlanningSurveys.subject(it), "ASKED_BY_PHONE").note(name));
        return id;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

}
