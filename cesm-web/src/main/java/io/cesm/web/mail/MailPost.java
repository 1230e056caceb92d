package io.cesm.web.mail;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.cesm.domain.mail.OutTray;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
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
 * Hands letters to the mail server. Without a server (no {@code spring.mail.host}) they
 * stay where they were written, where they can be read.
 */
@Component
public class MailPost {

    private static final Logger log = LoggerFactory.getLogger(MailPost.class);

    private final ObjectProvider<JavaMailSender> sender;

    private final String from;

    private final String fromName;

    private final String replyTo;

    MailPost(ObjectProvider<JavaMailSender> sender, @Value("${cesm.mail.from:cesm@localhost}") String from,
            @Value("${cesm.mail.from-name:CESM}") String fromName, @Value("${cesm.mailbox.address:}") String replyTo) {
        this.sender = sender;
        this.from = from;
        this.fromName = fromName;
        this.replyTo = replyTo;
    }

    /** What became of a letter. */
    public enum Fate {

        SENT,
        /** There is no mail server; it can be read here. */
        SHOWN,
        /** The address does not work. */
        REFUSED,
        /** It did not work now. */
        FAILED

    }

    /** What became of a letter, and why. */
    public record Outcome(Fate fate, @Nullable String problem) {
    }

    /** Whether mails leave the house. */
    public boolean leaves() {
        return sender.getIfAvailable() != null;
    }

    /** Sends a letter that was taken out of a tray, and notes there what became of it. */
    public void send(Letter letter, OutTray tray, UUID mail, int tries) {
        var outcome = send(letter);
        switch (outcome.fate()) {
            case SENT -> tray.sent(mail, false);
            case SHOWN -> tray.sent(mail, true);
            case REFUSED -> tray.bounced(mail, outcome.problem());
            case FAILED -> tray.failed(mail, tries, outcome.problem());
        }
    }

    /** Sends a letter. */
    public Outcome send(Letter letter) {
        var post = sender.getIfAvailable();
        if (post == null) {
            return new Outcome(Fate.SHOWN, null);
        }
        try {
            post.send(message(letter, post));
            return new Outcome(Fate.SENT, null);
        }
        catch (MailSendException refused) {
            return new Outcome(isAddressRefused(refused) ? Fate.REFUSED : Fate.FAILED, reason(refused));
        }
        catch (MailException | MessagingException | UnsupportedEncodingException failed) {
            log.warn("A mail could not be sent: {}", failed.getClass().getSimpleName());
            return new Outcome(Fate.FAILED, failed.getMessage());
        }
    }

    private MimeMessage message(Letter letter, JavaMailSender post)
            throws MessagingException, UnsupportedEncodingException {
        var message = new SameId(post.createMimeMessage(), letter.id());
        var helper = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
        helper.setFrom(from, fromName);
        if (!replyTo.isBlank()) {
            helper.setReplyTo(replyTo);
        }
        helper.setTo(new InternetAddress(letter.address(), letter.name(), "UTF-8"));
        helper.setSubject(letter.subject());
        helper.setText(letter.text());
        message.setHeader("Content-Language", letter.language());
        for (var header : letter.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
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
