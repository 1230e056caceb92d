package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.PointWish;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letting people beside who complained into a complaint, each with a page of their own,
 * and seeing them out again.
 */
@Service
@Transactional
public class LettingPartiesIn {

    private static final int AT_ONCE = 20;

    private final ComplaintDesk desk;

    private final Account account;

    private final PartyBook book;

    private final WritingPartyMails mails;

    private final CaseTokens tokens;

    private final CaseSettings settings;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    LettingPartiesIn(ComplaintDesk desk, Account account, PartyBook book, WritingPartyMails mails, CaseTokens tokens,
            CaseSettings settings, CurrentActor current, JdbcClient jdbc) {
        this.desk = desk;
        this.account = account;
        this.book = book;
        this.mails = mails;
        this.tokens = tokens;
        this.settings = settings;
        this.current = current;
        this.jdbc = jdbc;
    }

    /** Who somebody is, and how we reach them. */
    private record Person(@Nullable ContactId contact, String name, @Nullable String company, String address,
            String language) {
    }

    /** The parties of a complaint within reach; those who are in first. */
    @Transactional(readOnly = true)
    public List<Party> of(ComplaintId id) {
        desk.require(id);
        return book.of(id);
    }

    /** Somebody who was let in just now, with the token of their page. */
    public record Admitted(Party party, String token) {
    }

    /** Lets somebody in and mails them the link to their page. */
    public Admitted letIn(ComplaintId id, LetIn wish) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var complaint = desk.require(id);
        complaint.checkOpen();
        var topic = Texts.required(wish.topic(), 200, "topic");
        var person = wish.contact() == null ? outsider(wish) : ofCustomer(complaint, wish.contact());
        desk.hold(id);
        check(id, person);
        var party = Uuid7.at(desk.instant().toEpochMilli());
        insert(complaint, party, person, topic);
        mails.invited(complaint, party);
        desk.note(complaint, "PARTY_LET_IN",
                person.company() == null ? person.name() : person.name() + " (" + person.company() + ")");
        return new Admitted(book.require(id, party), tokens.of(party));
    }

    /** Ends the page of a party; what was said stays with the complaint. */
    public void remove(ComplaintId id, UUID party) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var complaint = desk.require(id);
        var it = book.require(id, party);
        if (!it.isIn()) {
            return;
        }
        jdbc.sql("update complaint_party set removed_at = :now, removed_by = :me where id = :id")
            .param("now", desk.instant().atOffset(ZoneOffset.UTC))
            .param("me", current.actor().requireStaff().id())
            .param("id", party)
            .update();
        desk.note(complaint, "PARTY_REMOVED", it.who());
    }

    /** The token of a page that works; who may let people in may copy it again. */
    @Transactional(readOnly = true)
    public String token(ComplaintId id, UUID party) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        desk.require(id);
        if (book.require(id, party).state(desk.instant()) != CaseLinkState.OPEN) {
            throw new UnknownThing();
        }
        return tokens.of(party);
    }

    private void check(ComplaintId id, Person person) {
        var in = book.of(id).stream().filter(Party::isIn).toList();
        if (in.stream().anyMatch(it -> it.address().equals(person.address()))) {
            throw new Refusal("party.in_already", person.address());
        }
        if (in.size() >= AT_ONCE) {
            throw new Refusal("party.too_many", AT_ONCE);
        }
    }

    private Person ofCustomer(Complaint complaint, ContactId contact) {
        account.requireContact(complaint.customer(), contact);
        if (contact.equals(complaint.contact())) {
            throw new FieldRefusal("contact", "party.complained");
        }
        return jdbc.sql("""
                select k.name, coalesce(k.language, 'zh') as language, (select p.normal from contact_point p
                        where p.contact_id = k.id and p.kind = 'EMAIL' and not p.former
                        order by p.preferred desc, p.id limit 1) as address
                  from contact k where k.id = :id and k.active and k.merged_into is null""")
            .param("id", contact.id())
            .query((rs, i) -> {
                var address = rs.getString("address");
                if (address == null) {
                    throw new FieldRefusal("contact", "case.no_address", rs.getString("name"));
                }
                return new Person(contact, rs.getString("name"), null, address, rs.getString("language"));
            })
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    private static Person outsider(LetIn wish) {
        var name = CaseMailTexts.line(requireNonNull(Texts.required(wish.name(), 120, "name")));
        var company = CaseMailTexts.line(requireNonNull(Texts.required(wish.company(), 200, "company")));
        var address = Texts.required(wish.address(), 254, "address");
        try {
            return new Person(null, name, company, PointWish.mail(address).normal(),
                    "en".equals(wish.language()) ? "en" : "zh");
        }
        catch (FieldRefusal wrong) {
            throw new FieldRefusal("address", wrong.code(), address);
        }
    }

    private void insert(Complaint complaint, UUID party, Person person, String topic) {
        var now = desk.instant();
        jdbc.sql("""
                insert into complaint_party (id, complaint_id, contact_id, name, company, address, language, topic,
                                             token_hash, created_at, created_by, expires_at)
                values (:id, :complaint, :contact, :name, :company, :address, :language, :topic, :hash, :now, :by,
                        :expires)""")
            .param("id", party)
            .param("complaint", complaint.id().id())
            .param("contact", person.contact() == null ? null : person.contact().id())
            .param("name", person.name())
            .param("company", person.company())
            .param("address", person.address())
            .param("language", person.language())
            .param("topic", CaseMailTexts.line(topic))
            .param("hash", tokens.digestOf(party))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("by", current.actor().requireStaff().id())
            .param("expires", now.plus(settings.linkLife()).atOffset(ZoneOffset.UTC))
            .update();
    }

}
