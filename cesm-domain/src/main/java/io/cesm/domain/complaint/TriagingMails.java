package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.complaint.ComplaintDetails.Other;
import io.cesm.domain.customer.ContactBook;
import io.cesm.domain.customer.ContactDetails;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.PointWish;
import io.cesm.domain.customer.RegisteringContacts;
import io.cesm.domain.files.StoredFile;
import io.cesm.domain.kernel.Cursor;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Slice;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deciding what becomes of mails nobody could be sure about. */
@Service
@Transactional
public class TriagingMails {

    private static final String SELECT = """
            select i.*, s.name as handler, c.number, case when %s then p.id end as near_id,
                   case when %s then p.number end as near_number
              from incoming_mail i
              left join complaint c on c.id = i.complaint_id
              left join complaint p on p.id = i.suggested_complaint
              left join staff s on s.id = i.handled_by
             where (i.complaint_id is null or %s)\s""";

    private final TakingMails taking;

    private final ComplaintDesk desk;

    private final IncomingFiles files;

    private final ContactBook contacts;

    private final RegisteringContacts registering;

    private final CurrentActor current;

    private final Clock clock;

    private final JdbcClient jdbc;

    TriagingMails(TakingMails taking, ComplaintDesk desk, IncomingFiles files, ContactBook contacts,
            RegisteringContacts registering, CurrentActor current, Clock clock, JdbcClient jdbc) {
        this.taking = taking;
        this.desk = desk;
        this.files = files;
        this.contacts = contacts;
        this.registering = registering;
        this.current = current;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** The mails of a state, the latest first. */
    @Transactional(readOnly = true)
    public Slice<ReceivedMail> slice(ReceivedMail.State state, int size, @Nullable String cursor) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        Map<String, Object> params = new HashMap<>(current.actor().scope().params());
        params.put("state", state.name());
        params.put("limit", size + 1);
        var where = "and i.state = :state ";
        var from = Cursor.parse(cursor, 2);
        if (from != null) {
            where += "and (i.received_at, i.id) < (:at, :after) ";
            params.put("at", requireNonNull(from.instant(0)).atOffset(ZoneOffset.UTC));
            params.put("after", requireNonNull(from.uuid(1)));
        }
        var rows = jdbc.sql(select() + where + "order by i.received_at desc, i.id desc limit :limit")
            .params(params)
            .query(TriagingMails::mail)
            .list();
        return Slice.forward(rows, size, it -> Cursor.after(it.receivedAt(), it.id()));
    }

    @Transactional(readOnly = true)
    public ReceivedMail require(UUID id) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        return jdbc.sql(select() + "and i.id = :id")
            .params(current.actor().scope().params())
            .param("id", id)
            .query(TriagingMails::mail)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    @Transactional(readOnly = true)
    public List<StoredFile> files(UUID id) {
        require(id);
        return files.of(id);
    }

    /**
     * Files a complaint for somebody we know; from now on the address is theirs, if
     * wanted.
     */
    public ComplaintId file(UUID id, ContactId contact, boolean remember) {
        var mail = open(id);
        var card = contacts.require(contact);
        if (remember && taking.senders(mail.from()).stream().noneMatch(it -> it.contact().equals(contact))) {
            registering.add(contact, PointWish.mail(mail.from()), null);
        }
        var made = taking.file(id, new TakingMails.Sender(card.id(), card.customer(), card.name()));
        handled(id);
        return made;
    }

    /** Files a complaint for somebody new at a customer. */
    public ComplaintId fileForNew(UUID id, CustomerId customer, @Nullable String name) {
        var mail = open(id);
        var made = registering.register(customer, ContactDetails.named(Texts.required(name, 120, "name")),
                List.of(PointWish.mail(mail.from())));
        return file(id, made, false);
    }

    /** Adds the mail to a complaint, as something its customer said. */
    public ComplaintId append(UUID id, @Nullable String number) {
        open(id);
        var scope = current.actor().scope();
        var found = jdbc.sql("select c.id from complaint c where c.number = :number and " + scope.sql("c.customer_id"))
            .params(scope.params())
            .param("number", number == null ? "" : number.strip().toUpperCase(Locale.ROOT))
            .query((rs, i) -> new ComplaintId(requireNonNull(rs.getObject(1, UUID.class))))
            .optional()
            .orElseThrow(() -> new FieldRefusal("number", "mail.no_complaint"));
        var complaint = desk.require(found);
        var contact = complaint.contact();
        taking.append(id, complaint,
                new TakingMails.Sender(contact, complaint.customer(), contacts.require(contact).name()));
        handled(id);
        return found;
    }

    /** Puts it aside, with the reason; it stays where it can be found. */
    public void ignore(UUID id, @Nullable String note) {
        open(id);
        jdbc.sql("update incoming_mail set state = 'IGNORED', reason = 'BY_HAND', note = :note where id = :id")
            .param("note", Texts.required(note, 1000, "note"))
            .param("id", id)
            .update();
        handled(id);
    }

    private ReceivedMail open(UUID id) {
        jdbc.sql("select 1 from incoming_mail where id = :id for update").param("id", id).query().listOfRows();
        var mail = require(id);
        if (!mail.isOpen()) {
            throw new Refusal("mail.decided");
        }
        return mail;
    }

    private void handled(UUID id) {
        jdbc.sql("update incoming_mail set handled_by = :by, handled_at = :now where id = :id")
            .param("by", current.actor().requireStaff().id())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("id", id)
            .update();
    }

    private String select() {
        var scope = current.actor().scope();
        var near = scope.sql("p.customer_id");
        return SELECT.formatted(near, near, scope.sql("c.customer_id"));
    }

    private static ReceivedMail mail(ResultSet rs, int i) throws SQLException {
        var reason = rs.getString("reason");
        return new ReceivedMail(requireNonNull(rs.getObject("id", UUID.class)), rs.getString("from_address"),
                rs.getString("from_name"), rs.getString("subject"), rs.getString("words"), rs.getString("quoted"),
                ComplaintRegister.at(rs, "sent_at"), requireNonNull(ComplaintRegister.at(rs, "received_at")),
                ReceivedMail.State.valueOf(rs.getString("state")),
                reason == null ? null : ReceivedMail.Reason.valueOf(reason), other(rs, "complaint_id", "number"),
                other(rs, "near_id", "near_number"), List.of((String[]) rs.getArray("refused_files").getArray()),
                rs.getString("handler"), rs.getString("note"));
    }

    private static @Nullable Other other(ResultSet rs, String id, String number) throws SQLException {
        var found = rs.getObject(id, UUID.class);
        return found == null ? null : new Other(new ComplaintId(found), rs.getString(number));
    }

}
