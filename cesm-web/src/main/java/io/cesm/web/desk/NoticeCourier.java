package io.cesm.web.desk;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.cesm.domain.notice.DeliveringNoticeMails;
import io.cesm.domain.notice.MailingNotices;
import io.cesm.domain.notice.MailingNotices.Due;
import io.cesm.domain.notice.MailingNotices.NoticeMail;
import io.cesm.domain.notice.NoticeRow;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.web.mail.Letter;
import io.cesm.web.mail.MailPost;
import io.cesm.web.security.PublicAddress;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes notices as mails, in the language of who gets them, and sends them. */
@Component
class NoticeCourier {

    private static final int AT_ONCE = 50;

    private final MailingNotices mails;

    private final DeliveringNoticeMails tray;

    private final MailPost post;

    private final PublicAddress address;

    private final MessageSource messages;

    private final TransactionTemplate transactions;

    NoticeCourier(MailingNotices mails, DeliveringNoticeMails tray, MailPost post, PublicAddress address,
            MessageSource messages, TransactionTemplate transactions) {
        this.mails = mails;
        this.tray = tray;
        this.post = post;
        this.address = address;
        this.messages = messages;
        this.transactions = transactions;
    }

    /** Decides, writes and sends what is due; returns how many mails were tried. */
    int deliver() {
        mails.decide();
        for (int i = 0; i < AT_ONCE && Boolean.TRUE.equals(transactions.execute(status -> writeOne())); i++) {
            // one person after the other, each in a transaction
        }
        var due = tray.take(AT_ONCE);
        due.forEach(this::send);
        return due.size();
    }

    private boolean writeOne() {
        var due = mails.next();
        if (due == null) {
            return false;
        }
        if (!due.notices().isEmpty()) {
            mails.write(due, subject(due), body(due));
        }
        return true;
    }

    private String subject(Due due) {
        var locale = Locale.of(due.language());
        return due.notices().size() == 1 ? said(due.notices().getFirst(), locale)
                : say("notices.mail.subject", locale, due.notices().size());
    }

    private String body(Due due) {
        var locale = Locale.of(due.language());
        var text = new StringBuilder(say("notices.mail.hello", locale, due.name())).append("\n\n");
        for (var each : due.notices()) {
            var href = NoticeController.Told.of(each).href();
            text.append(said(each, locale)).append('\n');
            if (href != null) {
                text.append(address.link(href)).append('\n');
            }
            text.append('\n');
        }
        return text.append(say("notices.mail.why", locale, address.link("/me/notices"))).append('\n').toString();
    }

    private String said(NoticeRow row, Locale locale) {
        var told = NoticeController.Told.of(row);
        return String.valueOf(messages.getMessage("notice." + row.kind(), told.args(), row.subjectName(), locale));
    }

    private String say(String key, Locale locale, Object... args) {
        return String.valueOf(messages.getMessage(key, args, key, locale));
    }

    private void send(NoticeMail mail) {
        post.send(new Letter(mail.id() + "@cesm", mail.address(), mail.name(), mail.language(), mail.subject(),
                mail.body(), Map.of("Auto-Submitted", "auto-generated")), tray, mail.id(), mail.tries());
    }

    /** The job that sends what waits. */
    @Configuration(proxyBeanMethods = false)
    static class Jobs {

        @Bean
        RecurringTask<Void> noticeMails(NoticeCourier courier) {
            return Tasks.recurring("notice-mails", FixedDelay.of(Duration.ofSeconds(10)))
                .execute((instance, context) -> Acting.as(Actor.system("mail"), () -> {
                    courier.deliver();
                }));
        }

    }

}
