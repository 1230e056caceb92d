package io.cesm.domain.complaint;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends the complainant of a closed complaint the mail with two questions. */
@Service
@Transactional
public class InvitingToScore {

    private final ComplaintDesk desk;

    private final WritingCaseMails mails;

    InvitingToScore(ComplaintDesk desk, WritingCaseMails mails) {
        this.desk = desk;
        this.mails = mails;
    }

    /**
     * Invites, once for each key.
     * @return false if no mail reaches them
     */
    public boolean invite(ComplaintId id, String key) {
        return mails.score(desk.require(id), key);
    }

}
