package io.cesm.web.fielding;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

import io.cesm.satisfaction.fielding.DeliveringMails;
import io.cesm.satisfaction.fielding.SurveyMail;
import io.cesm.web.security.PublicAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Carries mails to the mail server, one recipient each. Without a server (no
 * {@code spring.mail.host}) they stay in the outbox, where they can be read.
 */
@Component
class MailCourier {

    private static final Logger log = LoggerFactory.getLogger(MailCourier.class);

    private static final int AT_ONCE = 50;

    private final DeliveringMails mails;

    private final ObjectProvider<JavaMailSender> sender;

    private final PublicAddress address;

    private final String from;

    private final String fromName;

    MailCourier(DeliveringMails mails, ObjectProvider<JavaMailSender> sender, PublicAddress address,
            @Value("${cesm.mail.from:cesm@localhost}") String from,
            @Value("${cesm.mail.from-name:CESM}") String fromName) {
        this.mails = mails;
        this.sender = sender;
        this.address = address;
        this.from = from;
        this.fromName = fromName;
    }

    /** Whether mails leave the house. */
    boolean leaves() {
        return sender.getIfAvailable() != null;
    }

    /** Sends what is due; returns how many. */
    int deliver() {
        var post = sender.getIfAvailable();
        var due = mails.take(AT_ONCE);
        for (var each : due) {
            deliver(each, post);
        }
        return due.size();
    }

    private void deliver(SurveyMail mail, @Nullable JavaMailSender post) {
        if (post == null) {
            mails.sent(mail.id(), true);
            return;
        }
        try {
            post.send(message(mail, post));
            mails.sent(mail.id(), false);
        }
        catch (MailSendException refused) {
            if (isAddressRefused(refused)) {
                mails.bounced(mail.id(), reason(refused));
            }
            else {
                mails.failed(mail, reason(refused));
            }
        }
        catch (MailException | MessagingException | UnsupportedEncodingException failed) {
            log.warn("A mail could not be sent: {}", failed.getClass().getSimpleName());
            mails.failed(mail, failed.getMessage());
        }
    }

    private MimeMessage message(SurveyMail mail, JavaMailSender post)
            throws MessagingException, UnsupportedEncodingException {
        var stop = address.link("/c/stop/" + mail.token());
        var message = new SameId(post.createMimeMessage(), mail.id() + "@cesm");
        var helper = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
        helper.setFrom(from, fromName);
        helper.setTo(new jakarta.mail.internet.InternetAddress(mail.address(), mail.name(), "UTF-8"));
        helper.setSubject(mail.subject());
        helper.setText(mail.text(address.link("/a/" + mail.token()), stop));
        message.setHeader("Content-Language", mail.language());
        message.setHeader("List-Unsubscribe", "<" + stop + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** A message that keeps its id when it is sent once more. */
    private static final class SameId extends MimeMessage {

        private final String id;

        private SameId(MimeMessage like, String id) throws MessagingException {
            super(like.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }

    }

    private static boolean isAddressRefused(MailSendException refused) {
        return refused.getFailedMessages()
            .values()
            .stream()
            .anyMatch(it -> it instanceof SendFailedException failed && failed.getInvalidAddresses() != null
                    && failed.getInvalidAddresses().length > 0);
    }

    private static @Nullable String reason(MailSendException refused) {
        return refused.getFailedMessages()
            .values()
            .stream()
            .map(Exception::getMessage)
            .findFirst()
            .orElse(refused.getMessage());
    }

}
