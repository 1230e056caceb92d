package io.cesm.domain.topissue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.mail.OutTray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The out-tray of mails about TOP issues. */
@Service
@Transactional
public class DeliveringIssueMails extends OutTray {

    private final IssueTokens tokens;

    private final JdbcClient jdbc;

    DeliveringIssueMails(IssueTokens tokens, JdbcClient jdbc, Clock clock) {
        super("top_issue_mail", jdbc, clock);
        this.tokens = tokens;
        this.jdbc = jdbc;
    }

    /** Takes mails that are due; those whose link was taken back are not sent. */
    public List<IssueMail> take(int most) {
        jdbc.sql("""
                update top_issue_mail m set state = 'CANCELLED' from top_issue_link l
                 where m.state = 'WAITING' and l.id = m.link_id and l.revoked_at is not null""").update();
        return taking("select * from m order by id", most).query(this::mail).list();
    }

    private IssueMail mail(ResultSet rs, int i) throws SQLException {
        return new IssueMail(rs.getObject("id", UUID.class), rs.getString("address"), rs.getString("name"),
                rs.getString("language"), rs.getString("subject"), rs.getString("body"),
                tokens.of(rs.getObject("link_id", UUID.class)), rs.getInt("tries"));
    }

}
