package io.cesm.domain.notice;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.mail.OutTray;
import io.cesm.domain.notice.MailingNotices.NoticeMail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The out-tray of notices that leave by mail. */
@Service
@Transactional
public class DeliveringNoticeMails extends OutTray {

    DeliveringNoticeMails(JdbcClient jdbc, Clock clock) {
        super("notice_mail", jdbc, clock);
    }

    /** Takes mails that are due. */
    public List<NoticeMail> take(int most) {
        return taking("select m.*, s.name from m join staff s on s.id = m.staff_id order by m.made_at, m.id", most)
            .query(MailingNotices::mail)
            .list();
    }

    /** The address of one of us does not work: the mail failed, for good. */
    @Override
    public void bounced(UUID mail, @Nullable String problem) {
        end(mail, "FAILED", problem);
    }

}
