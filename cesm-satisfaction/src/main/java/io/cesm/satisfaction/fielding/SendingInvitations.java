package io.cesm.satisfaction.fielding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.time.CompanyTime;
import io.cesm.satisfaction.questionnaire.Words;

/**
 * Turns invitations whose time has come into mails, and reminds those who have not
 * answered. Whether somebody may be asked is looked at again in that moment: consent that
 * was withdrawn, an address that is gone, another survey that was faster.
 */
@Service
@Transactional
public class SendingInvitations {

    private static final int AT_ONCE = 200;

    private static final String DUE = """
            select i.id, i.survey_id, i.language, i.about, i.expires_at, i.reminders, i.event_key, f.id as frame, f.tier as tier,
                   s.title, s.number, s.settings, s.closes_on, %s as sender,
                   (select %s from org_unit u join org_unit own on starts_with(own.path, u.path)
                     where own.id = o.unit_id and u.parent_id is null) as company, %s as customer_name,
                   k.id as contact_id, %s as contact_name
              from survey_invitation i
              join survey s on s.id = i.survey_id
              join contact k on k.id = i.contact_id
              join customer c on c.id = i.customer_id
              left join survey_frame f on f.invitation_id = i.id
              left join staff o on o.id = s.owner_id
             where s.state = 'FIELDED' and s.opens_on <= :today and s.closes_on >= :today and i.channel = 'MAIL'\s"""
        .formatted(named("o"), named("u"), named("c"), named("k"));

    private final ContactGuard guards;

    private final WritingMails mails;

    private final JdbcClient jdbc;

    private final Clock clock;

    SendingInvitations(ContactGuard guards, WritingMails mails, JdbcClient jdbc, Clock clock) {
        this.guards = guards;
        this.mails = mails;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody's name in the language of the mail. */
    private static String named(String who) {
        return "case when i.language = 'zh' then %1$s.name else coalesce(nullif(%1$s.name_en, ''), %1$s.name) end"
            .formatted(who);
    }

    /** An invitation whose time has come. */
    record Due(UUID id, UUID survey, String language, Map<String, String> about, @Nullable Instant expires,
            int reminders, boolean byEvent, @Nullable UUID frame, Words title, String number, SurveySettings settings,
            LocalDate closes, @Nullable String sender, @Nullable String company, String customer, UUID contact,
            String name) {
    }

    /** Invites, if it is an hour for that; returns how many were looked at. */
    public int invite() {
        var guard = guards.now();
        if (!SendTimes.allows(guard, clock.instant())) {
            return 0;
        }
        var due = jdbc
            .sql(DUE + " and i.state = 'QUEUED' and i.not_before <= :now" + " order by i.not_before, i.id limit "
                    + AT_ONCE + " for update of i skip locked")
            .param("today", today())
            .param("now", now())
            .query(SendingInvitations::due)
            .list();
        due.forEach(it -> invite(it, guard));
        return due.size();
    }

    /** Reminds, if it is an hour for that; returns how many. */
    public int remind() {
        if (!SendTimes.allows(guards.now(), clock.instant())) {
            return 0;
        }
        var due = jdbc
            .sql(DUE + """
                    and i.state in ('SENT', 'OPENED', 'BEGUN') and i.channel <> 'PHONE' and (i.expires_at is null or i.expires_at > :now)
                    and i.reminders < coalesce((s.settings ->> 'reminders')::int, 2)
                    and coalesce(i.reminded_at, i.sent_at)
                        <= :now - make_interval(days => coalesce((s.settings ->> 'remindAfterDays')::int, 5))
                    order by i.sent_at, i.id limit %d for update of i skip locked"""
                .formatted(AT_ONCE))
            .param("today", today())
            .param("now", now())
            .query(SendingInvitations::due)
            .list();
        due.forEach(this::remind);
        return due.size();
    }

    private void invite(Due it, Guard guard) {
        var who = candidate(it);
        var hindrance = who.hindrance(it.settings.consent());
        if (hindrance != null) {
            end(it, "WITHDRAWN", hindrance, null);
            return;
        }
        var free = it.settings.guarded() ? who.freeFrom(guard, today()) : today();
        if (free.isAfter(today())) {
            hold(it, free);
            return;
        }
        mails.write(it, String.valueOf(who.address()), false, "invite:" + it.id);
        jdbc.sql("""
                update survey_invitation set state = 'SENT', sent_at = :now, version = version + 1,
                       expires_at = :now + make_interval(days => :days) where id = :id""")
            .param("now", now())
            .param("days", it.settings.linkDays())
            .param("id", it.id)
            .update();
        outcome(it, FrameOutcome.INVITED, null);
    }

    /**
     * The guard holds them: they stay in the queue while the survey is open that long.
     */
    private void hold(Due it, LocalDate free) {
        if (free.isAfter(it.closes)) {
            end(it, "WITHDRAWN", FrameOutcome.QUARANTINED, free);
            return;
        }
        jdbc.sql("update survey_invitation set not_before = :at, version = version + 1 where id = :id")
            .param("at", CompanyTime.startOf(free).atOffset(ZoneOffset.UTC))
            .param("id", it.id)
            .update();
        outcome(it, FrameOutcome.QUARANTINED, free);
    }

    private void remind(Due it) {
        var who = candidate(it);
        if (who.hindrance(it.settings.consent()) == null) {
            mails.write(it, String.valueOf(who.address()), true, "remind:" + it.id + ":" + (it.reminders + 1));
        }
        jdbc.sql("""
                update survey_invitation set reminders = reminders + 1, reminded_at = :now, version = version + 1
                 where id = :id""").param("now", now()).param("id", it.id).update();
    }

    private void end(Due it, String state, FrameOutcome outcome, @Nullable LocalDate until) {
        jdbc.sql("update survey_invitation set state = :state, version = version + 1 where id = :id")
            .param("state", state)
            .param("id", it.id)
            .update();
        outcome(it, outcome, until);
    }

    private void outcome(Due it, FrameOutcome outcome, @Nullable LocalDate until) {
        if (it.frame != null) {
            jdbc.sql("update survey_frame set outcome = :outcome, until = :until, outcome_at = :now where id = :id")
                .param("outcome", outcome.name())
                .param("until", until, java.sql.Types.DATE)
                .param("now", now())
                .param("id", it.frame)
                .update();
        }
    }

    private Candidate candidate(Due it) {
        return jdbc
            .sql("select k.id, cast(null as integer) as tier, " + Candidate.COLUMNS
                    + " from contact k where k.id = :id")
            .param("survey", it.survey)
            .param("id", it.contact)
            .query(Candidate::of)
            .single();
    }

    private static Due due(ResultSet rs, int i) throws SQLException {
        var expires = rs.getObject("expires_at", OffsetDateTime.class);
        return new Due(rs.getObject("id", UUID.class), rs.getObject("survey_id", UUID.class), rs.getString("language"),
                SettingsJson.strings(rs.getString("about")), expires == null ? null : expires.toInstant(),
                rs.getInt("reminders"), rs.getString("event_key") != null, rs.getObject("frame", UUID.class),
                new Words(SettingsJson.strings(rs.getString("title"))), rs.getString("number"),
                SettingsJson.settings(rs.getString("settings")), rs.getObject("closes_on", LocalDate.class),
                rs.getString("sender"), rs.getString("company"), rs.getString("customer_name"),
                rs.getObject("contact_id", UUID.class), rs.getString("contact_name"));
    }

    private LocalDate today() {
        return CompanyTime.today(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

}
