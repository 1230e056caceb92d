package io.cesm.web.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

import io.cesm.domain.complaint.MailboxBook;
import io.cesm.domain.complaint.TakingMails;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads new mails in their order and remembers how far it came; the box itself stays as
 * it is, unread marks included, so that people may go on using it. A mail that cannot be
 * read is noted and does not stop the others.
 */
@Component
class ReadingMailbox {

    private static final Logger log = LoggerFactory.getLogger(ReadingMailbox.class);

    private static final int AT_ONCE = 50;

    private final MailboxSettings settings;

    private final MailParser parser;

    private final TakingMails taking;

    private final MailboxBook book;

    private final Clock clock;

    ReadingMailbox(MailboxSettings settings, MailParser parser, TakingMails taking, MailboxBook book, Clock clock) {
        this.settings = settings;
        this.parser = parser;
        this.taking = taking;
        this.book = book;
        this.clock = clock;
    }

    /** Takes what is new; returns how many mails it looked at. */
    int poll() {
        if (!settings.isOn()) {
            return 0;
        }
        try (Store store = session().getStore(settings.protocol())) {
            store.connect(settings.host(), settings.port() == 0 ? -1 : settings.port(), settings.user(),
                    settings.password());
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_ONLY);
                int seen = read(folder, (UIDFolder) folder);
                book.polled(settings.name(), null);
                return seen;
            }
        }
        catch (MessagingException failed) {
            log.warn("The mail box could not be read: {}", failed.getClass().getSimpleName());
            book.polled(settings.name(), failed.getClass().getSimpleName() + ": " + failed.getMessage());
            return 0;
        }
    }

    private int read(Folder folder, UIDFolder uids) throws MessagingException {
        var validity = uids.getUIDValidity();
        var before = book.of(settings.name()).filter(it -> it.uidValidity() == validity).orElse(null);
        var last = before == null ? 0 : before.lastUid();
        List<Message> fresh = new ArrayList<>();
        for (var each : uids.getMessagesByUID(last + 1, UIDFolder.LASTUID)) {
            if (each != null && uids.getUID(each) > last) {
                fresh.add(each);
            }
        }
        int seen = 0;
        for (var each : fresh) {
            if (seen == AT_ONCE) {
                break;
            }
            var uid = uids.getUID(each);
            var tooOld = before == null && isOld(each);
            var taken = !tooOld && take(each);
            book.advance(settings.name(), validity, uid, taken);
            seen += tooOld ? 0 : 1;
        }
        return seen;
    }

    private boolean isOld(Message mail) throws MessagingException {
        var at = mail.getReceivedDate();
        return at != null && at.toInstant().isBefore(clock.instant().minus(Duration.ofDays(settings.firstDays())));
    }

    private boolean take(Message mail) {
        try {
            return taking.take(parser.parse((MimeMessage) mail, settings.name()));
        }
        catch (RuntimeException | MessagingException | java.io.IOException broken) {
            log.warn("A mail could not be read: {}", broken.getClass().getSimpleName());
            return taking.take(parser.unreadable((MimeMessage) mail, settings.name()));
        }
    }

    private Session session() {
        var wait = String.valueOf(settings.timeout().toMillis());
        var properties = new Properties();
        for (var protocol : Arrays.asList("imap", "imaps")) {
            properties.put("mail." + protocol + ".connectiontimeout", wait);
            properties.put("mail." + protocol + ".timeout", wait);
            properties.put("mail." + protocol + ".writetimeout", wait);
            properties.put("mail." + protocol + ".peek", "true");
            properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        }
        properties.put("mail.mime.address.strict", "false");
        return Session.getInstance(properties);
    }

}
