package io.cesm.satisfaction.fielding;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Invites one person of a frame at this moment, by whatever way but the queue of mails.
 * Consent and guard hold as they do for mails.
 */
@Component
class InvitingAtOnce {

    private final LinkTokens tokens;

    private final QueueingInvitations queue;

    private final JdbcClient jdbc;

    private final Clock clock;

    InvitingAtOnce(LinkTokens tokens, QueueingInvitations queue, JdbcClient jdbc, Clock clock) {
        this.tokens = tokens;
        this.queue = queue;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Why somebody may not be asked now, null if they may.
     * @param asked whether the survey has asked them already, so that the guard has had
     * its say
     */
    @Nullable Refusal hindrance(SurveySettings settings, Candidate who, boolean asked, Guard guard) {
        if (who.hindrance(settings.consent()) == FrameOutcome.NO_CONSENT) {
            return new Refusal("fielding.no_consent");
        }
        var today = CompanyTime.today(clock);
        var free = settings.guarded() && !asked ? who.freeFrom(guard, today) : today;
        return free.isAfter(today) ? new Refusal("fielding.guarded_until", free) : null;
    }

    /** The invitation of somebody who had none, already sent. */
    UUID invite(Survey it, Candidate who, UUID row, String channel) {
        var id = Uuid7.next();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                insert into survey_invitation (id, survey_id, customer_id, contact_id, channel, language, state,
                                               token_hash, about, not_before, sent_at, expires_at, created_at, version)
                values (:id, :survey, :customer, :contact, :channel, :language, 'SENT', :hash, '{}', :now, :now,
                        :now + make_interval(days => :days), :now, 0)""")
            .param("id", id)
            .param("survey", it.id().id())
            .param("customer", who.customer())
            .param("contact", who.contact())
            .param("channel", channel)
            .param("language", queue.language(it, who.language()))
            .param("hash", tokens.digestOf(id))
            .param("days", it.settings().linkDays())
            .param("now", now)
            .update();
        jdbc.sql("""
                update survey_frame set invitation_id = :invitation, outcome = 'INVITED', until = null,
                       outcome_at = :now where id = :row""")
            .param("invitation", id)
            .param("now", now)
            .param("row", row)
            .update();
        return id;
    }

}
