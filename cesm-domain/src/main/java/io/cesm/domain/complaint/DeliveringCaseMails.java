package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.mail.OutTray;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The out-tray of mails about complaints. */
@Service
@Transactional
public class DeliveringCaseMails extends OutTray {

    private static final String COLUMNS = "select m.*, c.number from complaint_mail m join complaint c on c.id = m.complaint_id";

    private final CaseTokens tokens;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    DeliveringCaseMails(CaseTokens tokens, CurrentActor current, JdbcClient jdbc, Clock clock) {
        super("complaint_mail", jdbc, clock);
        this.tokens = tokens;
        this.current = current;
        this.jdbc = jdbc;
    }

    /**
     * Takes mails that are due; those whose link was taken back or whose party was
     * removed are not sent.
     */
    public List<CaseMail> take(int most) {
        jdbc.sql("""
                update complaint_mail m set state = 'CANCELLED' from complaint_link l
                 where m.state = 'WAITING' and l.id = m.link_id and l.revoked_at is not null""").update();
        jdbc.sql("""
                update complaint_mail m set state = 'CANCELLED' from complaint_party p
                 where m.state = 'WAITING' and p.id = m.party_id and p.removed_at is not null""").update();
        return taking("select m.*, c.number from m join complaint c on c.id = m.complaint_id order by m.id", most)
            .query(this::mail)
            .list();
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
        return newestFirst(COLUMNS, where, params, size, cursor, this::mail,
                it -> Cursor.after(it.createdAt(), it.id()));
    }

    /** One mail about a complaint of the reader's customers. */
    @Transactional(readOnly = true)
    public CaseMail require(UUID id) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var scope = current.actor().scope();
        return jdbc.sql(COLUMNS + " where m.id = :id and " + scope.sql("c.customer_id"))
            .param("id", id)
            .params(scope.params())
            .query(this::mail)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    private CaseMail mail(ResultSet rs, int i) throws SQLException {
        var party = rs.getObject("party_id", UUID.class);
        var link = party == null ? rs.getObject("link_id", UUID.class) : party;
        var complaint = requireNonNull(rs.getObject("complaint_id", UUID.class));
        return new CaseMail(rs.getObject("id", UUID.class), new ComplaintId(complaint), rs.getString("number"),
                CaseMail.Kind.valueOf(rs.getString("kind")), rs.getString("address"), rs.getString("name"),
                rs.getString("language"), rs.getString("subject"), rs.getString("body"),
                link == null ? null : tokens.of(link), rs.getString("answers"), complaint + "@cesm",
                CaseMail.State.valueOf(rs.getString("state")), rs.getInt("tries"), rs.getString("problem"),
                requireNonNull(ComplaintRegister.at(rs, "created_at")), ComplaintRegister.at(rs, "sent_at"));
    }

}
