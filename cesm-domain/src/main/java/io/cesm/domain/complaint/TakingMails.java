package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import io.cesm.domain.complaint.IncomingMail.Nature;
import io.cesm.domain.complaint.ReceivedMail.Reason;
import io.cesm.domain.complaint.ReceivedMail.State;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes mails in, each once: an answer goes to its complaint, a known sender files a new
 * one, everything else waits for a person. What a program sent is never answered.
 */
@Service
@Transactional
public class TakingMails {

    private static final int AN_HOUR = 10;

    private static final int LONGEST = 20_000;

    private static final Pattern NUMBER = Pattern.compile("\\bC-\\d{4}-\\d{6}\\b");

    private final ComplaintDesk desk;

    private final FilingComplaints filing;

    private final CustomersTurn turn;

    private final IncomingFiles files;

    private final PartyBook parties;

    private final CaseSettings settings;

    private final Notices notices;

    private final Clock clock;

    private final JdbcClient jdbc;

    TakingMails(ComplaintDesk desk, FilingComplaints filing, CustomersTurn turn, IncomingFiles files, PartyBook parties,
            CaseSettings settings, Notices notices, Clock clock, JdbcClient jdbc) {
        this.desk = desk;
        this.filing = filing;
        this.turn = turn;
        this.files = files;
        this.parties = parties;
        this.settings = settings;
        this.notices = notices;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Somebody of a customer. */
    record Sender(ContactId contact, CustomerId customer, String name) {
    }

    /**
     * Takes a mail in.
     * @return false if it was taken before
     */
    public boolean take(IncomingMail mail) {
        return Acting.as(Actor.system("mailbox"), () -> {
            var id = Uuid7.at(clock.instant().toEpochMilli());
            if (!note(id, mail)) {
                return false;
            }
            switch (mail.nature()) {
                case PERSON -> route(id, mail);
                case BOUNCE -> {
                    bounced(mail);
                    become(id, State.IGNORED, Reason.BOUNCE);
                }
                case AUTOMATIC -> become(id, State.IGNORED, Reason.AUTOMATIC);
                case OWN -> become(id, State.IGNORED, Reason.OWN);
                case UNREADABLE -> become(id, State.UNASSIGNED, Reason.UNREADABLE);
            }
            return true;
        });
    }

    private boolean note(UUID id, IncomingMail mail) {
        var fresh = jdbc.sql("""
                insert into incoming_mail (id, key, mailbox, from_address, from_name, subject, words, quoted, sent_at,
                                           received_at, state)
                values (:id, :key, :mailbox, :from, :name, :subject, :words, :quoted, :sent, :now, 'UNASSIGNED')
                on conflict (key) do nothing""")
            .param("id", id)
            .param("key", key(mail))
            .param("mailbox", mail.mailbox())
            .param("from", cut(mail.from().toLowerCase(Locale.ROOT), 254))
            .param("name", mail.fromName() == null ? null : cut(CaseMailTexts.line(mail.fromName()), 200))
            .param("subject", cut(CaseMailTexts.line(mail.subject()), 380))
            .param("words", cut(Texts.clean(mail.words()), LONGEST))
            .param("quoted", mail.quoted() == null ? null : cut(Texts.clean(mail.quoted()), LONGEST))
            .param("sent", mail.sentAt() == null ? null : mail.sentAt().atOffset(ZoneOffset.UTC))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update() == 1;
        if (fresh && mail.nature() == Nature.PERSON) {
            var refused = files.keep(id, mail.files());
            jdbc.sql("update incoming_mail set refused_files = :refused where id = :id")
                .param("refused", refused.toArray(String[]::new))
                .param("id", id)
                .update();
        }
        return fresh;
    }

    private void route(UUID id, IncomingMail mail) {
        if (sentLately(mail.from()) > AN_HOUR) {
            become(id, State.UNASSIGNED, Reason.TOO_MANY);
            return;
        }
        var senders = senders(mail.from());
        var thread = thread(mail);
        if (thread != null) {
            var complaint = desk.anywhere(thread);
            var party = party(complaint, mail.from(), senders);
            if (party != null && isAlive(complaint)) {
                append(id, complaint, party);
                return;
            }
            var sender = senders.stream().filter(it -> it.customer().equals(complaint.customer())).findFirst();
            if (sender.isEmpty()) {
                suggest(id, thread);
                become(id, State.UNASSIGNED, Reason.OTHER_SENDER);
                return;
            }
            if (isAlive(complaint)) {
                append(id, complaint, sender.get());
                return;
            }
        }
        if (senders.size() == 1) {
            file(id, senders.getFirst());
        }
        else {
            become(id, State.UNASSIGNED, senders.isEmpty() ? Reason.UNKNOWN_SENDER : Reason.SEVERAL_PEOPLE);
        }
    }

    /** Files a new complaint out of a mail. */
    ComplaintId file(UUID id, Sender sender) {
        var mail = text(id);
        var words = mail.words().isBlank() ? mail.subject() : mail.words();
        var wish = FileComplaint.of(sender.customer(), sender.contact(), shown(words.isBlank() ? "–" : words));
        var made = filing.file(new FileComplaint(wish.kind(), wish.customer(), wish.contact(), subject(mail.subject()),
                wish.verbatim(), ComplaintChannel.EMAIL, null, null, null, null, null, wish.impact(), wish.urgency(),
                false, null, false), List.of());
        jdbc.sql("update complaint_mail set answers = (select i.key from incoming_mail i where i.id = :mail"
                + " and i.key not like 'digest:%') where complaint_id = :complaint and answers is null")
            .param("mail", id)
            .param("complaint", made.id())
            .update();
        finish(id, desk.anywhere(made), null, State.FILED);
        return made;
    }

    /** Adds a mail to its complaint. */
    void append(UUID id, Complaint complaint, Sender sender) {
        var mail = text(id);
        var words = mail.words().isBlank() ? mail.subject() : mail.words();
        var message = Acting.as(Actor.customer(sender.name(), null), () -> turn.wrote(complaint, sender.contact(),
                shown(words.isBlank() ? "–" : words), ComplaintChannel.EMAIL, List.of()));
        finish(id, complaint, message, State.APPENDED);
    }

    private void append(UUID id, Complaint complaint, Party party) {
        var mail = text(id);
        var words = mail.words().isBlank() ? mail.subject() : mail.words();
        var message = Acting.as(Actor.customer(party.who(), null),
                () -> turn.partyWrote(complaint, party.id(), shown(words.isBlank() ? "–" : words), List.of()));
        finish(id, complaint, message, State.APPENDED);
    }

    /** The party that wrote, unless it was who complained. */
    private @Nullable Party party(Complaint complaint, String from, List<Sender> senders) {
        if (senders.stream().anyMatch(it -> it.contact().equals(complaint.contact()))) {
            return null;
        }
        var address = from.strip().toLowerCase(Locale.ROOT);
        return parties.of(complaint.id())
            .stream()
            .filter(it -> it.isIn() && it.address().equals(address))
            .findFirst()
            .orElse(null);
    }

    private void finish(UUID id, Complaint complaint, @Nullable UUID message, State state) {
        files.move(id, complaint, message);
        jdbc.sql("update incoming_mail set state = :state, reason = null, complaint_id = :complaint where id = :id")
            .param("state", state.name())
            .param("complaint", complaint.id().id())
            .param("id", id)
            .update();
        var refused = text(id).refused();
        if (!refused.isEmpty()) {
            desk.say(complaint, MessageKind.INTERNAL, "✗ " + String.join(", ", refused), null);
        }
    }

    private record Text(String subject, String words, List<String> refused) {
    }

    private Text text(UUID id) {
        return jdbc.sql("select subject, words, refused_files from incoming_mail where id = :id")
            .param("id", id)
            .query((rs, i) -> new Text(rs.getString(1), rs.getString(2), List.of((String[]) rs.getArray(3).getArray())))
            .single();
    }

    /** Everybody with this address, also with an earlier one. */
    List<Sender> senders(String address) {
        return jdbc.sql("""
                select distinct k.id, k.customer_id, k.name from contact_point p
                  join contact k on k.id = p.contact_id and k.active and k.merged_into is null
                  join customer c on c.id = k.customer_id and c.status <> 'MERGED'
                 where p.kind = 'EMAIL' and p.normal = :address order by k.name limit 20""")
            .param("address", address.strip().toLowerCase(Locale.ROOT))
            .query((rs, i) -> new Sender(new ContactId(requireNonNull(rs.getObject(1, UUID.class))),
                    new CustomerId(requireNonNull(rs.getObject(2, UUID.class))), rs.getString(3)))
            .list();
    }

    /**
     * The complaint a mail answers: by what it refers to, else by a number in its
     * subject.
     */
    private @Nullable ComplaintId thread(IncomingMail mail) {
        var ids = mail.references().stream().filter(it -> it.endsWith("@cesm")).map(TakingMails::uuid).toList();
        var known = ids.stream().filter(it -> !it.equals(new UUID(0, 0))).distinct().limit(50).toArray(UUID[]::new);
        var refs = mail.references().stream().limit(50).toArray(String[]::new);
        var number = NUMBER.matcher(mail.subject().toUpperCase(Locale.ROOT));
        return jdbc
            .sql("""
                    select found.id from (
                        select m.complaint_id as id, 1 as rank from complaint_mail m where m.id = any(:ids)
                        union all select c.id, 2 from complaint c where c.id = any(:ids)
                        union all select i.complaint_id, 3 from incoming_mail i where i.key = any(:refs) and i.complaint_id is not null
                        union all select c.id, 4 from complaint c where c.number = cast(:number as text)) found
                     order by found.rank limit 1""")
            .param("ids", known)
            .param("refs", refs)
            .param("number", number.find() ? number.group() : null)
            .query((rs, i) -> new ComplaintId(requireNonNull(rs.getObject(1, UUID.class))))
            .optional()
            .orElse(null);
    }

    private static UUID uuid(String messageId) {
        try {
            return UUID.fromString(messageId.substring(0, messageId.length() - "@cesm".length()));
        }
        catch (IllegalArgumentException ex) {
            return new UUID(0, 0);
        }
    }

    /** What ended long ago is not continued: who writes then comes with something new. */
    private boolean isAlive(Complaint complaint) {
        if (complaint.state().isOpen()) {
            return true;
        }
        Instant end = jdbc.sql("select closed_at from complaint where id = :id")
            .param("id", complaint.id().id())
            .query((rs, i) -> requireNonNull(ComplaintRegister.at(rs, "closed_at")))
            .single();
        return clock.instant().isBefore(end.plus(settings.reopenWithin()));
    }

    private int sentLately(String address) {
        var now = clock.instant();
        return jdbc
            .sql("select count(*) from incoming_mail where from_address = :from and received_at > :since"
                    + " and received_at <= :now")
            .param("from", cut(address.toLowerCase(Locale.ROOT), 254))
            .param("since", now.minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query((rs, i) -> rs.getInt(1))
            .single();
    }

    private void bounced(IncomingMail mail) {
        if (mail.bounced() == null) {
            return;
        }
        jdbc.sql("""
                update complaint_mail m set state = 'BOUNCED', problem = :problem from complaint c
                 where m.id = :mail and m.state <> 'BOUNCED' and c.id = m.complaint_id returning m.complaint_id""")
            .param("problem", cut(CaseMailTexts.line(mail.words()), 380))
            .param("mail", uuid(mail.bounced()))
            .query((rs, i) -> new ComplaintId(requireNonNull(rs.getObject(1, UUID.class))))
            .optional()
            .map(desk::anywhere)
            .ifPresent(it -> {
                if (it.owner() != null) {
                    notices.tell(requireNonNull(it.owner()), "COMPLAINT_MAIL_BOUNCED", ComplaintHistory.subject(it),
                            Map.of(), requireNonNull(mail.bounced()));
                }
            });
    }

    private void suggest(UUID id, ComplaintId complaint) {
        jdbc.sql("update incoming_mail set suggested_complaint = :complaint where id = :id")
            .param("complaint", complaint.id())
            .param("id", id)
            .update();
    }

    private void become(UUID id, State state, Reason reason) {
        jdbc.sql("update incoming_mail set state = :state, reason = :reason where id = :id")
            .param("state", state.name())
            .param("reason", reason.name())
            .param("id", id)
            .update();
    }

    private static @Nullable String subject(String subject) {
        var plain = subject.replaceFirst("(?i)^((re|aw|fw|fwd|回复|答复|转发)\\s*[:：]\\s*)+", "").strip();
        return plain.isEmpty() ? null : cut(plain, 200);
    }

    private static String shown(String words) {
        return words.length() <= 4000 ? words : cut(words, 3999) + "…";
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }

    private static String key(IncomingMail mail) {
        var id = mail.messageId();
        return id != null && !id.isBlank() && id.length() <= 390 ? id : "digest:" + digest(mail);
    }

    private static String digest(IncomingMail mail) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(String.join("\n", mail.from(), mail.subject(), String.valueOf(mail.sentAt()), mail.words())
                .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest());
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", ex);
        }
    }

}
