package io.cesm.web.complaint;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.cesm.domain.complaint.CaseMail;
import io.cesm.domain.complaint.DeliveringCaseMails;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.web.mail.Letter;
import io.cesm.web.mail.MailPost;
import io.cesm.web.security.PublicAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Takes mails about complaints to the post. All mails about one complaint stand under one
 * conversation in the customer's mail program; an answer names the mail it answers.
 */
@Component
class CaseCourier {

    private static final int AT_ONCE = 50;

    private final DeliveringCaseMails mails;

    private final MailPost post;

    private final PublicAddress address;

    CaseCourier(DeliveringCaseMails mails, MailPost post, PublicAddress address) {
        this.mails = mails;
        this.post = post;
        this.address = address;
    }

    /** Sends what is due; returns how many. */
    int deliver() {
        var due = mails.take(AT_ONCE);
        due.forEach(this::deliver);
        return due.size();
    }

    String link(CaseMail mail) {
        return address
            .link(mail.token() == null ? "/" : (mail.kind().isToParty() ? "/c/room/" : "/c/case/") + mail.token());
    }

    private void deliver(CaseMail mail) {
        post.send(new Letter(mail.messageId(), mail.address(), mail.name(), mail.language(), mail.subject(),
                mail.text(link(mail)), headers(mail)), mails, mail.id(), mail.tries());
    }

    private static Map<String, String> headers(CaseMail mail) {
        Map<String, String> headers = new HashMap<>();
        var answers = mail.answers();
        headers.put("References", "<" + mail.root() + ">" + (answers == null ? "" : " <" + answers + ">"));
        if (answers != null) {
            headers.put("In-Reply-To", "<" + answers + ">");
        }
        if (mail.kind() != CaseMail.Kind.MESSAGE && mail.kind() != CaseMail.Kind.SHARED) {
            headers.put("Auto-Submitted", answers == null ? "auto-generated" : "auto-replied");
        }
        return headers;
    }

    /** The job that sends what waits. */
    @Configuration(proxyBeanMethods = false)
    static class Jobs {

        @Bean
        RecurringTask<Void> complaintMails(CaseCourier courier) {
            return Tasks.recurring("complaint-mails", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((instance, context) -> Acting.as(Actor.system("mail"), () -> {
                    courier.deliver();
                }));
        }

    }

}
