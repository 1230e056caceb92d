package io.cesm.satisfaction.fielding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
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
import io.cesm.domain.mail.OutTray;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;

/** The out-tray of invitations and reminders. */
@Service
@Transactional
public class DeliveringMails extends OutTray {

    private static final String COLUMNS = "select m.*, s.number from survey_mail m join survey s on s.id = m.survey_id";

    private final LinkTokens tokens;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    DeliveringMails(LinkTokens tokens, CurrentActor current, JdbcClient jdbc, Clock clock) {
        super("survey_mail", jdbc, clock);
        this.tokens = tokens;
        this.current = current;
        this.jdbc = jdbc;
    }

    /** Takes mails that are due; what has become needless meanwhile is cancelled. */
    public List<SurveyMail> take(int most) {
        jdbc.sql("""
                update survey_mail m set state = 'CANCELLED' from survey_invitation i, survey s
                 where m.state = 'WAITING' and i.id = m.invitation_id and s.id = m.survey_id
                   and (s.state <> 'FIELDED' or i.state in ('WITHDRAWN', 'DECLINED', 'BOUNCED', 'EXPIRED')
                        or (i.state = 'ANSWERED' and m.kind = 'REMINDER'))""").update();
        return taking("select m.*, s.number from m join survey s on s.id = m.survey_id order by m.id", most)
            .query(this::mail)
            .list();
    }

    @Override
    public void bounced(UUID mail, @Nullable String problem) {
        super.bounced(mail, problem);
        var invitation = jdbc.sql("select invitation_id from survey_mail where id = :id")
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
        return newestFirst(COLUMNS, where, params, size, cursor, this::mail,
                it -> Cursor.after(it.createdAt(), it.id()));
    }

    /** One mail to a customer of the reader. */
    @Transactional(readOnly = true)
    public SurveyMail require(UUID id) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        var scope = current.actor().scope();
        return jdbc
            .sql(COLUMNS + " where m.id = :id and exists (select 1 from survey_invitation i"
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

}
