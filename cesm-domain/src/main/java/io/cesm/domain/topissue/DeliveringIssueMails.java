package io.cesm.domain.topissue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The out-tray of mails about TOP issues: taken out one after the other, marked when they
 * are gone. A mail that was taken and never marked comes up again.
 */
@Service
@Transactional
public class DeliveringIssueMails {

    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final List<Duration> PATIENCE = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
            Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(6), Duration.ofHours(12));

    private final IssueTokens tokens;

    private final JdbcClient jdbc;

    private final Clock clock;

    DeliveringIssueMails(IssueTokens tokens, JdbcClient jdbc, Clock clock) {
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes mails that are due; those whose link was taken back are not sent. */
    public List<IssueMail> take(int most) {
        jdbc.sql("""
                update top_issue_mail m set state = 'CANCELLED' from top_issue_link l
                 where m.state = 'WAITING' and l.id = m.link_id and l.revoked_at is not null""").update();
        return jdbc.sql("""
                with taken as (
                    select id from top_issue_mail where state = 'WAITING' and not_before <= :now
                     order by not_before, id limit :most for update skip locked)
                update top_issue_mail m set tries = tries + 1, not_before = :lease from taken
                 where m.id = taken.id returning m.*""")
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
        jdbc.sql("update top_issue_mail set state = :state, sent_at = :now, problem = null where id = :id")
            .param("state", shown ? "SHOWN" : "SENT")
            .param("now", now())
            .param("id", mail)
            .update();
    }

    /** The address does not work. */
    public void bounced(UUID mail, @Nullable String problem) {
        jdbc.sql("update top_issue_mail set state = 'BOUNCED', problem = :problem where id = :id")
            .param("problem", cut(problem))
            .param("id", mail)
            .update();
    }

    /** It could not be sent now; it is tried again, later each time. */
    public void failed(IssueMail mail, @Nullable String problem) {
        boolean over = mail.tries() > PATIENCE.size();
        jdbc.sql("update top_issue_mail set state = :state, problem = :problem, not_before = :next where id = :id")
            .param("state", over ? "FAILED" : "WAITING")
            .param("problem", cut(problem))
            .param("next", now().plus(PATIENCE.get(Math.min(mail.tries(), PATIENCE.size()) - 1)))
            .param("id", mail.id())
            .update();
    }

    private IssueMail mail(ResultSet rs, int i) throws SQLException {
        return new IssueMail(rs.getObject("id", UUID.class), rs.getString("address"), rs.getString("name"),
                rs.getString("language"), rs.getString("subject"), rs.getString("body"),
                tokens.of(rs.getObject("link_id", UUID.class)), rs.getInt("tries"));
    }

    private static String cut(@Nullable String problem) {
        var text = problem == null ? "" : problem.replaceAll("\\p{Cntrl}+", " ").strip();
        return text.length() > 400 ? text.substring(0, 400) : text;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

}
