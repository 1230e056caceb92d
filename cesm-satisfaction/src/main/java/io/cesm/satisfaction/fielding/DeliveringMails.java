package io.cesm.satisfaction.fielding;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;

/**
 * The out-tray of mails: taken out one after the other, marked when they are gone. A mail
 * that was taken and never marked, because a machine died, comes up again; its message id
 * is the same, so that a second copy is known as one.
 */
@Service
@Transactional
public class DeliveringMails {

    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final List<Duration> PATIENCE = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
            Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(6), Duration.ofHours(12));

    private static final String COLUMNS = "select m.*, s.number from survey_mail m join survey s on s.id = m.survey_id ";

    private final LinkTokens tokens;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    private final Clock clock;

    DeliveringMails(LinkTokens tokens, CurrentActor current, JdbcClient jdbc, Clock clock) {
        this.tokens = tokens;
        this.current = current;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes mails that are due; what has become needless meanwhile is cancelled. */
    public List<SurveyMail> take(int most) {
        jdbc.sql("""
                update survey_mail m set state = 'CANCELLED' from survey_invitation i, survey s
                 where m.state = 'WAITING' and i.id = m.invitation_id and s.id = m.survey_id
                   and (s.state <> 'FIELDED' or i.state in ('WITHDRAWN', 'DECLINED', 'BOUNCED', 'EXPIRED')
                        or (i.state = 'ANSWERED' and m.kind = 'REMINDER'))""").update();
        return jdbc.sql("""
                with taken as (
                    select id from survey_mail where state = 'WAITING' and not_before <= :now
                     order by not_before, id limit :most for update skip locked),
                m as (
                    update survey_mail m set tries = tries + 1, not_before = :lease from taken
                     where m.id = taken.id returning m.*)
                select m.*, s.number from m join survey s on s.id = m.survey_id order by m.id""")
            .param("now", now())
            .param("lease", now().plus(LEASE))
            .param("most", most)
            .query(this::mail)
            .list();
    }

    /**
     * It has left.
     * @param shown whether it is only shown here, because there is no mail server
     */
    public void sent(UUID mail, boolean shown) {
        jdbc.sql("update survey_mail set state = :state, sent_at = :now, problem = null where id = :id")
            .param("state", shown ? "SHOWN" : "SENT")
            .param("now", now())
            .param("id", mail)
            .update();
    }

    /** It could not be sent now; it is tried again, later each time. */
    public void failed(SurveyMail mail, @Nullable String problem) {
        boolean over = mail.tries() > PATIENCE.size();
        jdbc.sql("update survey_mail set state = :state, problem = :problem, not_before = :next where id = :id")
            .param("state", over ? "FAILED" : "WAITING")
            .param("problem", cut(problem))
            .param("next", now().plus(PATIENCE.get(Math.min(mail.tries(), PATIENCE.size()) - 1)))
            .param("id", mail.id())
            .update();
    }

    /** The address does not work, as the mail server or a person says. */
    public void bounced(UUID mail, @Nullable String problem) {
        var invitation = jdbc
            .sql("update survey_mail set state = 'BOUNCED', problem = :problem where id = :id returning invitation_id")
            .param("problem", cut(problem))
            .param("id", mail)
            .query(UUID.class)
            .optional()
            .orElseThrow(UnknownThing::new);
        int changed = jdbc.sql("""
                update survey_invitation set state = 'BOUNCED', version = version + 1
                 where id = ? and state in ('QUEUED', 'SENT')""").param(invitation).update();
        if (changed > 0) {
            jdbc.sql(
                    "update survey_frame set outcome = 'BOUNCED', until = null, outcome_at = ? where invitation_id = ?")
                .params(now(), invitation)
                .update();
        }
    }

    /** Somebody of the office notes that a mail came back. */
    public void noteBounce(UUID mail, @Nullable String problem) {
        require(mail);
        bounced(mail, problem);
    }

    /** The mails, newest first, to customers of the reader. */
    @Transactional(readOnly = true)
    public Slice<SurveyMail> slice(@Nullable SurveyId survey, SurveyMail.@Nullable MailState state, int size,
            @Nullable String cursor) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        var where = "exists (select 1 from survey_invitation i where i.id = m.invitation_id and "
                + scope.sql("i.customer_id") + ")";
        if (survey != null) {
            where += " and m.survey_id = :survey";
            params.put("survey", survey.id());
        }
        if (state != null) {
            where += " and m.state = :state";
            params.put("state", state.name());
        }
        var from = Cursor.parse(cursor, 2);
        if (from != null) {
            where += " and (m.created_at, m.id) < (:at, :after)";
            params.put("at", requireNonNull(from.instant(0)).atOffset(ZoneOffset.UTC));
            params.put("after", requireNonNull(from.uuid(1)));
        }
        params.put("limit", size + 1);
        var rows = jdbc.sql(COLUMNS + "where " + where + " order by m.created_at desc, m.id desc limit :limit")
            .params(params)
            .query(this::mail)
            .list();
        return Slice.forward(rows, size, it -> Cursor.after(it.createdAt(), it.id()));
    }

    /** One mail to a customer of the reader. */
    @Transactional(readOnly = true)
    public SurveyMail require(UUID id) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var scope = current.actor().scope();
        return jdbc
            .sql(COLUMNS + "where m.id = :id and exists (select 1 from survey_invitation i"
                    + " where i.id = m.invitation_id and " + scope.sql("i.customer_id") + ")")
            .param("id", id)
            .params(scope.params())
            .query(this::mail)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    private SurveyMail mail(ResultSet rs, int i) throws SQLException {
        var invitation = rs.getObject("invitation_id", UUID.class);
        var sent = rs.getObject("sent_at", OffsetDateTime.class);
        return new SurveyMail(rs.getObject("id", UUID.class), new SurveyId(rs.getObject("survey_id", UUID.class)),
                rs.getString("number"), invitation, rs.getString("kind"), rs.getString("address"), rs.getString("name"),
                rs.getString("language"), rs.getString("subject"), rs.getString("body"), tokens.of(invitation),
                SurveyMail.MailState.valueOf(rs.getString("state")), rs.getInt("tries"), rs.getString("problem"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(), sent == null ? null : sent.toInstant());
    }

    private static String cut(@Nullable String problem) {
        var text = problem == null ? "" : problem.replaceAll("\\p{Cntrl}+", " ").strip();
        return text.length() > 400 ? text.substring(0, 400) : text;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

}
