package io.cesm.domain.complaint;

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

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The out-tray of mails about complaints: taken out one after the other, marked when they
 * are gone. A mail that was taken and never marked, because a machine died, comes up
 * again; its message id is the same, so that a second copy is known as one.
 */
@Service
@Transactional
public class DeliveringCaseMails {

    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final List<Duration> PATIENCE = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
            Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(6), Duration.ofHours(12));

    private static final String COLUMNS = "select m.*, c.number from complaint_mail m join complaint c on c.id = m.complaint_id ";

    private final CaseTokens tokens;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    private final Clock clock;

    DeliveringCaseMails(CaseTokens tokens, CurrentActor current, JdbcClient jdbc, Clock clock) {
        this.tokens = tokens;
        this.current = current;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes mails that are due; those whose link was taken back are not sent. */
    public List<CaseMail> take(int most) {
        jdbc.sql("""
                update complaint_mail m set state = 'CANCELLED' from complaint_link l
                 where m.state = 'WAITING' and l.id = m.link_id and l.revoked_at is not null""").update();
        return jdbc.sql("""
                with taken as (
                    select id from complaint_mail where state = 'WAITING' and not_before <= :now
                     order by not_before, id limit :most for update skip locked),
                m as (
                    update complaint_mail m set tries = tries + 1, not_before = :lease from taken
                     where m.id = taken.id returning m.*)
                select m.*, c.number from m join complaint c on c.id = m.complaint_id order by m.id""")
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
        jdbc.sql("update complaint_mail set state = :state, sent_at = :now, problem = null where id = :id")
            .param("state", shown ? "SHOWN" : "SENT")
            .param("now", now())
            .param("id", mail)
            .update();
    }

    /** It could not be sent now; it is tried again, later each time. */
    public void failed(CaseMail mail, @Nullable String problem) {
        boolean over = mail.tries() > PATIENCE.size();
        jdbc.sql("update complaint_mail set state = :state, problem = :problem, not_before = :next where id = :id")
            .param("state", over ? "FAILED" : "WAITING")
            .param("problem", cut(problem))
            .param("next", now().plus(PATIENCE.get(Math.clamp(mail.tries(), 1, PATIENCE.size()) - 1)))
            .param("id", mail.id())
            .update();
    }

    /** The address does not work, as a mail server says. */
    public void bounced(UUID mail, @Nullable String problem) {
        jdbc.sql("update complaint_mail set state = 'BOUNCED', problem = :problem where id = :id")
            .param("problem", cut(problem))
            .param("id", mail)
            .update();
    }

    /** The mails, newest first, about complaints of the reader's customers. */
    @Transactional(readOnly = true)
    public Slice<CaseMail> slice(@Nullable ComplaintId complaint, CaseMail.@Nullable State state, int size,
            @Nullable String cursor) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var scope = current.actor().scope();
        Map<String, Object> params = new HashMap<>(scope.params());
        var where = scope.sql("c.customer_id");
        if (complaint != null) {
            where += " and m.complaint_id = :complaint";
            params.put("complaint", complaint.id());
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

    /** One mail about a complaint of the reader's customers. */
    @Transactional(readOnly = true)
    public CaseMail require(UUID id) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var scope = current.actor().scope();
        return jdbc.sql(COLUMNS + "where m.id = :id and " + scope.sql("c.customer_id"))
            .param("id", id)
            .params(scope.params())
            .query(this::mail)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    private CaseMail mail(ResultSet rs, int i) throws SQLException {
        var link = rs.getObject("link_id", UUID.class);
        var complaint = requireNonNull(rs.getObject("complaint_id", UUID.class));
        return new CaseMail(rs.getObject("id", UUID.class), new ComplaintId(complaint), rs.getString("number"),
                CaseMail.Kind.valueOf(rs.getString("kind")), rs.getString("address"), rs.getString("name"),
                rs.getString("language"), rs.getString("subject"), rs.getString("body"),
                link == null ? null : tokens.of(link), rs.getString("answers"), complaint + "@cesm",
                CaseMail.State.valueOf(rs.getString("state")), rs.getInt("tries"), rs.getString("problem"),
                requireNonNull(ComplaintRegister.at(rs, "created_at")), ComplaintRegister.at(rs, "sent_at"));
    }

    private static String cut(@Nullable String problem) {
        var text = problem == null ? "" : problem.replaceAll("\\p{Cntrl}+", " ").strip();
        return text.length() > 400 ? text.substring(0, 400) : text;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

}
