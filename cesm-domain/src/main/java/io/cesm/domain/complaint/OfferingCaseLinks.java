package io.cesm.domain.complaint;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Giving a customer's people a link to their complaint, and taking it back. */
@Service
@Transactional
public class OfferingCaseLinks {

    private final ComplaintDesk desk;

    private final Account account;

    private final CaseTokens tokens;

    private final CaseLinks links;

    private final WritingCaseMails mails;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    OfferingCaseLinks(ComplaintDesk desk, Account account, CaseTokens tokens, CaseLinks links, WritingCaseMails mails,
            CurrentActor current, JdbcClient jdbc) {
        this.desk = desk;
        this.account = account;
        this.tokens = tokens;
        this.links = links;
        this.mails = mails;
        this.current = current;
        this.jdbc = jdbc;
    }

    /** A link as staff see it. */
    public record Row(UUID id, ContactId contact, String contactName, Instant createdAt, @Nullable String createdBy,
            Instant expiresAt, @Nullable Instant revokedAt, @Nullable Instant openedAt,
            @Nullable Instant lastOpenedAt) {

        public CaseLinkState state(Instant now) {
            return CaseLinkState.of(revokedAt, expiresAt, now);
        }

    }

    /** The link of a person: the one they have, or a new one. */
    public UUID offer(ComplaintId id, @Nullable ContactId contact) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var complaint = desk.require(id);
        var whom = contact == null ? complaint.contact() : contact;
        account.requireContact(complaint.customer(), whom);
        return links.of(complaint, whom);
    }

    /** The token of a link that works; who may hand it out may copy it again. */
    @Transactional(readOnly = true)
    public String token(ComplaintId complaint, UUID link) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var now = desk.instant();
        return of(complaint).stream()
            .filter(it -> it.id().equals(link) && it.state(now) == CaseLinkState.OPEN)
            .map(it -> tokens.of(it.id()))
            .findFirst()
            .orElseThrow(UnknownThing::new);
    }

    /** Sends a person their link by mail. */
    public void mail(ComplaintId id, UUID link) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var complaint = desk.require(id);
        var now = desk.instant();
        var row = of(id).stream()
            .filter(it -> it.id().equals(link) && it.state(now) == CaseLinkState.OPEN)
            .findFirst()
            .orElseThrow(UnknownThing::new);
        if (!mails.link(complaint, row.contact(), link)) {
            throw new Refusal("case.no_address", row.contactName());
        }
        desk.note(complaint, "CASE_LINK_MAILED", row.contactName());
    }

    public void revoke(ComplaintId id, UUID link) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var complaint = desk.require(id);
        var row = of(id).stream().filter(it -> it.id().equals(link)).findFirst().orElseThrow(UnknownThing::new);
        jdbc.sql("update complaint_link set revoked_at = coalesce(revoked_at, :now) where id = :id")
            .param("now", desk.instant().atOffset(ZoneOffset.UTC))
            .param("id", link)
            .update();
        desk.note(complaint, "CASE_LINK_REVOKED", row.contactName());
    }

    /** The links of a complaint within reach, made last first. */
    @Transactional(readOnly = true)
    public List<Row> of(ComplaintId id) {
        desk.require(id);
        return jdbc.sql("""
                select l.*, k.name, s.name as maker from complaint_link l
                  join contact k on k.id = l.contact_id
                  left join staff s on s.id = l.created_by
                 where l.complaint_id = :id order by l.created_at desc, l.id desc limit 100""")
            .param("id", id.id())
            .query((rs, i) -> new Row(rs.getObject("id", UUID.class),
                    new ContactId(rs.getObject("contact_id", UUID.class)), rs.getString("name"),
                    requireNonNull(ComplaintRegister.at(rs, "created_at")), rs.getString("maker"),
                    requireNonNull(ComplaintRegister.at(rs, "expires_at")), ComplaintRegister.at(rs, "revoked_at"),
                    ComplaintRegister.at(rs, "opened_at"), ComplaintRegister.at(rs, "last_opened_at")))
            .list();
    }

}
