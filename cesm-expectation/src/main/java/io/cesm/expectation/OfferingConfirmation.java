package io.cesm.expectation;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Giving a customer's contact a link to confirm with, and taking it back. */
@Service
@Transactional
public class OfferingConfirmation {

    private final ConfirmationLinks links;

    private final ExpectationDesk desk;

    private final Account account;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    OfferingConfirmation(ConfirmationLinks links, ExpectationDesk desk, Account account, CurrentActor current,
            JdbcClient jdbc) {
        this.links = links;
        this.desk = desk;
        this.account = account;
        this.current = current;
        this.jdbc = jdbc;
    }

    /**
     * A link that has just been made; its token is shown this once and kept nowhere.
     */
    public record Made(ConfirmationLinkId id, String token, ContactId contact, Instant expiresAt) {
    }

    /** A link as staff see it. */
    public record Row(ConfirmationLinkId id, String contactName, Instant createdAt, @Nullable String createdBy,
            Instant expiresAt, @Nullable Instant usedAt, @Nullable Instant revokedAt, boolean current) {

        public LinkState state(Instant now) {
            if (usedAt != null) {
                return LinkState.USED;
            }
            if (revokedAt != null) {
                return LinkState.REVOKED;
            }
            return !now.isBefore(expiresAt) ? LinkState.EXPIRED : current ? LinkState.OPEN : LinkState.CHANGED;
        }

    }

    /**
     * Makes a link for a contact; an earlier one of the same contact no longer works.
     * @param contact the one who said it, if null
     */
    public Made make(ExpectationId id, @Nullable ContactId contact) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        var expectation = desk.require(id);
        Verb.CONFIRM.checkAllowedIn(expectation.state());
        var asked = contact == null ? expectation.contact() : contact;
        account.requireContact(expectation.customer(), asked);
        var now = desk.now();
        links.findByExpectation(id)
            .stream()
            .filter(link -> link.contact().equals(asked))
            .forEach(link -> link.revoke(now.at()));
        var token = LinkSecrets.next();
        var link = links.save(new ConfirmationLink(expectation, asked, LinkSecrets.digest(token), now));
        desk.comment(expectation, "LINK_MADE", name(asked));
        return new Made(link.id(), token, asked, link.expiresAt());
    }

    public void revoke(ExpectationId id, ConfirmationLinkId which) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        var expectation = desk.require(id);
        var link = links.findById(which).filter(it -> it.expectation().equals(id)).orElseThrow(UnknownThing::new);
        link.revoke(desk.now().at());
        links.save(link);
        desk.comment(expectation, "LINK_REVOKED", name(link.contact()));
    }

    /** The links of an expectation within reach, made last first. */
    @Transactional(readOnly = true)
    public List<Row> of(ExpectationId id) {
        desk.require(id);
        return jdbc.sql("""
                select l.id, k.name, l.created_at, s.name as created_by, l.expires_at, l.used_at, l.revoked_at,
                       e.state = 'DELIVERED' and e.revision = l.revision as current
                  from confirmation_link l
                  join expectation e on e.id = l.expectation_id
                  join contact k on k.id = l.contact_id
                  left join staff s on s.id = l.created_by
                 where l.expectation_id = :id order by l.created_at desc, l.id desc""")
            .param("id", id.id())
            .query((rs, i) -> new Row(new ConfirmationLinkId(rs.getObject("id", UUID.class)), rs.getString("name"),
                    requireNonNull(at(rs, "created_at")), rs.getString("created_by"),
                    requireNonNull(at(rs, "expires_at")), at(rs, "used_at"), at(rs, "revoked_at"),
                    rs.getBoolean("current")))
            .list();
    }

    private static @Nullable Instant at(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private String name(ContactId contact) {
        return String.valueOf(
                jdbc.sql("select name from contact where id = ?").param(contact.id()).query(String.class).single());
    }

}
