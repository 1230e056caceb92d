package io.cesm.web.mailbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.cesm.domain.complaint.Attachment;
import io.cesm.domain.complaint.IncomingMail;
import io.cesm.domain.complaint.IncomingMail.Nature;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Takes a mail apart, whatever its writer's program made of it: text in any charset,
 * pages as plain text, files as they are. Nothing in it is run, fetched or trusted.
 */
@Component
class MailParser {

    private static final int LONGEST = 400_000;

    private static final int LARGEST_FILE = 25 * 1024 * 1024;

    private static final int LARGEST_IN_ALL = 60 * 1024 * 1024;

    private static final int MOST_PARTS = 200;

    private static final int DEEPEST = 12;

    private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,390})>");

    private static final Pattern RETURNED_ID = Pattern.compile("(?im)^message-id:\\s*<([^<>\\s]{1,390})>");

    private final List<String> own;

    MailParser(MailboxSettings settings, @Value("${cesm.mail.from:cesm@localhost}") String from) {
        this.own = List.of(settings.address().strip().toLowerCase(Locale.ROOT), from.strip().toLowerCase(Locale.ROOT));
    }

    /** What was found while walking through the parts. */
    private static final class Found {

        private @Nullable String plain;

        private @Nullable String page;

        private @Nullable String returned;

        private final List<Attachment> files = new ArrayList<>();

        private int parts;

        private int bytes;

    }

    IncomingMail parse(MimeMessage mail, String mailbox) throws MessagingException, IOException {
        var found = new Found();
        walk(mail, found, 0);
        var text = found.plain != null && !found.plain.isBlank() ? found.plain
                : found.page == null ? "" : PlainText.of(found.page);
        var split = QuotedText.split(text);
        var from = from(mail);
        var nature = nature(mail, from.getAddress());
        return new IncomingMail(mailbox, messageId(mail), references(mail), from.getAddress(), name(from),
                subject(mail), split.words(), split.quoted(), sentAt(mail), nature,
                nature == Nature.BOUNCE ? returned(found, text) : null, found.files);
    }

    /** What can still be said of a mail nobody can take apart. */
    IncomingMail unreadable(MimeMessage mail, String mailbox) {
        try {
            return new IncomingMail(mailbox, messageId(mail), List.of(), from(mail).getAddress(), null, subject(mail),
                    "", null, null, Nature.UNREADABLE, null, List.of());
        }
        catch (MessagingException | RuntimeException broken) {
            return new IncomingMail(mailbox, null, List.of(), "unknown", null, "?",
                    String.valueOf(mail.getMessageNumber()), null, null, Nature.UNREADABLE, null, List.of());
        }
    }

    private void walk(Part part, Found found, int depth) throws MessagingException, IOException {
        if (found.parts++ > MOST_PARTS || depth > DEEPEST) {
            return;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
            for (int i = 0; i < many.getCount() && i < MOST_PARTS; i++) {
                BodyPart each = many.getBodyPart(i);
                walk(each, found, depth + 1);
            }
            return;
        }
        if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
            found.returned = new String(part.getInputStream().readNBytes(64_000), StandardCharsets.ISO_8859_1);
            return;
        }
        var file = part.getFileName();
        var attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || file != null;
        if (!attached && part.isMimeType("text/html")) {
            found.page = found.page == null ? text(part) : found.page;
        }
        else if (!attached && part.isMimeType("text/*")) {
            found.plain = found.plain == null ? text(part) : found.plain + "\n" + text(part);
        }
        else if (attached && found.bytes < LARGEST_IN_ALL) {
            var content = part.getInputStream().readNBytes(LARGEST_FILE);
            found.bytes += content.length;
            found.files.add(new Attachment(file == null ? null : MailCharsets.header(file), content));
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        var text = MailCharsets.decode(part.getInputStream().readNBytes(LONGEST * 4), part.getContentType());
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private Nature nature(MimeMessage mail, String from) throws MessagingException {
        var local = from.toLowerCase(Locale.ROOT);
        if (own.contains(local)) {
            return Nature.OWN;
        }
        var returnPath = first(mail, "Return-Path");
        if (mail.isMimeType("multipart/report") || local.startsWith("mailer-daemon@") || local.startsWith("postmaster@")
                || (returnPath != null && returnPath.strip().equals("<>"))) {
            return Nature.BOUNCE;
        }
        var automatic = first(mail, "Auto-Submitted");
        var precedence = first(mail, "Precedence");
        boolean program = (automatic != null && !automatic.strip().toLowerCase(Locale.ROOT).startsWith("no"))
                || (precedence != null
                        && precedence.strip().toLowerCase(Locale.ROOT).matches("bulk|junk|list|auto_reply"))
                || first(mail, "List-Id") != null || first(mail, "X-Autoreply") != null
                || first(mail, "X-Autorespond") != null || count(mail, "Received") > 40;
        return program ? Nature.AUTOMATIC : Nature.PERSON;
    }

    private static @Nullable String returned(Found found, String text) {
        for (var each : new @Nullable String[] { found.returned, text }) {
            var id = each == null ? null : RETURNED_ID.matcher(each);
            if (id != null && id.find()) {
                return id.group(1);
            }
        }
        return null;
    }

    private static InternetAddress from(MimeMessage mail) throws MessagingException {
        try {
            var from = mail.getFrom();
            if (from != null && from.length > 0 && from[0] instanceof InternetAddress address
                    && address.getAddress() != null && !address.getAddress().isBlank()) {
                return address;
            }
        }
        catch (MessagingException odd) {
            // what stands there is no address
        }
        var unknown = new InternetAddress();
        unknown.setAddress("unknown");
        return unknown;
    }

    private static @Nullable String name(InternetAddress from) {
        var name = from.getPersonal();
        return name == null || name.isBlank() ? null : MailCharsets.header(name);
    }

    private static String subject(MimeMessage mail) throws MessagingException {
        var raw = first(mail, "Subject");
        return raw == null ? "" : MailCharsets.header(MimeUtility.unfold(raw));
    }

    private static @Nullable String messageId(MimeMessage mail) throws MessagingException {
        var raw = first(mail, "Message-ID");
        var id = raw == null ? null : ID.matcher(raw);
        return id != null && id.find() ? id.group(1) : null;
    }

    private static List<String> references(MimeMessage mail) throws MessagingException {
        List<String> ids = new ArrayList<>();
        for (var header : new String[] { "References", "In-Reply-To" }) {
            var raw = first(mail, header);
            if (raw != null && raw.length() < 40_000) {
                ID.matcher(raw).results().map(it -> it.group(1)).forEach(ids::add);
            }
        }
        return ids;
    }

    private static @Nullable Instant sentAt(MimeMessage mail) throws MessagingException {
        var at = mail.getSentDate();
        return at == null ? null : at.toInstant();
    }

    private static @Nullable String first(MimeMessage mail, String header) throws MessagingException {
        var values = mail.getHeader(header);
        return values == null || values.length == 0 ? null : values[0];
    }

    private static int count(MimeMessage mail, String header) throws MessagingException {
        var values = mail.getHeader(header);
        return values == null ? 0 : values.length;
    }

}
