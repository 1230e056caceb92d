package io.cesm.web.topissue;

import java.time.Duration;
import java.util.Map;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.topissue.DeliveringIssueMails;
import io.cesm.domain.topissue.IssueMail;
import io.cesm.web.mail.Letter;
import io.cesm.web.mail.MailPost;
import io.cesm.web.security.PublicAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Takes mails about TOP issues to the post. */
@Component
class IssueCourier {

    private static final int AT_ONCE = 50;

    private final DeliveringIssueMails mails;

    private final MailPost post;

    private final PublicAddress address;

    IssueCourier(DeliveringIssueMails mails, MailPost post, PublicAddress address) {
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

    private void deliver(IssueMail mail) {
        post.send(new Letter(mail.id() + "@cesm", mail.address(), mail.name(), mail.language(), mail.subject(),
                mail.text(address.link("/c/issue/" + mail.token())), Map.of()), mails, mail.id(), mail.tries());
    }

    /** The job that sends what waits. */
    @Configuration(proxyBeanMethods = false)
    static class IssueMailJobs {

        @Bean
        RecurringTask<Void> topIssueMails(IssueCourier courier) {
            return Tasks.recurring("top-issue-mails", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((instance, context) -> Acting.as(Actor.system("mail"), () -> {
                    courier.deliver();
                }));
        }

    }

}
