package io.cesm.web.fielding;

import java.util.Map;

import io.cesm.satisfaction.fielding.DeliveringMails;
import io.cesm.satisfaction.fielding.SurveyMail;
import io.cesm.web.mail.Letter;
import io.cesm.web.mail.MailPost;
import io.cesm.web.security.PublicAddress;
import org.springframework.stereotype.Component;

/** Takes invitations and reminders to the post, one recipient each. */
@Component
class MailCourier {

    private static final int AT_ONCE = 50;

    private final DeliveringMails mails;

    private final MailPost post;

    private final PublicAddress address;

    MailCourier(DeliveringMails mails, MailPost post, PublicAddress address) {
        this.mails = mails;
        this.post = post;
        this.address = address;
    }

    /** Whether mails leave the house. */
    boolean leaves() {
        return post.leaves();
    }

    /** Sends what is due; returns how many. */
    int deliver() {
        var due = mails.take(AT_ONCE);
        due.forEach(it -> post.send(letter(it), mails, it.id(), it.tries()));
        return due.size();
    }

    private Letter letter(SurveyMail mail) {
        var stop = address.link("/c/stop/" + mail.token());
        return new Letter(mail.id() + "@cesm", mail.address(), mail.name(), mail.language(), mail.subject(),
                mail.text(address.link("/a/" + mail.token()), stop),
                Map.of("List-Unsubscribe", "<" + stop + ">", "Auto-Submitted", "auto-generated"));
    }

}
