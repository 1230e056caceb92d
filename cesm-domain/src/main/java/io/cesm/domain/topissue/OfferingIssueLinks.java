package io.cesm.domain.topissue;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking customers by a link of their own: whether we understood, and whether it is
 * solved.
 */
@Service
@Transactional
public class OfferingIssueLinks {

    private final TopIssueDesk desk;

    private final IssueLinkRows rows;

    private final IssueTokens tokens;

    private final WritingIssueMails mails;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    OfferingIssueLinks(TopIssueDesk desk, IssueLinkRows rows, IssueTokens tokens, WritingIssueMails mails,
            CurrentActor current, JdbcClient jdbc) {
        this.desk = desk;
        this.rows = rows;
        this.tokens = tokens;
        this.mails = mails;
        this.current = current;
        this.jdbc = jdbc;
    }

    /** What a link would ask now; null if there is nothing to ask. */
    public static @Nullable IssueLinkPurpose purpose(TopIssueState state) {
        return switch (state) {
            case NOMINATED -> IssueLinkPurpose.STATEMENT;
            case SUBMITTED -> IssueLinkPurpose.APPROVAL;
            default -> null;
        };
    }

    /**
     * Makes a link that asks about a statement in these words; they are kept with it.
     */
    public UUID offer(TopIssueId id, @Nullable ContactId contact, @Nullable String statement) {
        var issue = desk.requireForWork(id);
        if (statement != null && purpose(issue.state()) == IssueLinkPurpose.STATEMENT) {
            var words = Texts.required(statement, 4000, "statement");
            desk.change(issue, "CORRECTED", null, (it, now) -> it.state(words, now));
        }
        return offer(id, contact);
    }

    /** Makes a link for a person of one of the affected customers. */
    public UUID offer(TopIssueId id, @Nullable ContactId contact) {
        var issue = desk.requireForWork(id);
        var purpose = purpose(issue.state());
        if (purpose == null) {
            throw new Refusal("topissue.link.nothing_to_ask", issue.state());
        }
        if (purpose == IssueLinkPurpose.STATEMENT && issue.statement() == null) {
            throw new Refusal("topissue.link.no_statement");
        }
        if (contact == null) {
            throw new FieldRefusal("contact", "topissue.answer.contact_missing");
        }
        var customer = customer(id, contact);
        var link = rows.keep(issue, purpose, customer, contact, null, null, desk.now());
        var row = rows.find(link).orElseThrow(UnknownThing::new).link();
        if (row.state() != IssueLinkState.OPEN) {
            throw new FieldRefusal("contact", "topissue.approve.not_waiting");
        }
        desk.note(issue, "LINK_MADE", row.contactName() + " · " + row.customerName());
        whoWaits(issue);
        return link;
    }

    /** As long as a customer was not asked, it is on us to do so. */
    private void whoWaits(TopIssue it) {
        if (it.state() == TopIssueState.SUBMITTED) {
            it.asked(unasked(it) == 0, desk.now());
        }
    }

    private int unasked(TopIssue it) {
        return desk
            .count("""
                    select count(*) from top_issue_approval a join top_issue t on t.id = a.issue_id and t.round = a.round
                     where a.issue_id = :id and a.state = 'WAITING'
                       and not exists (select from top_issue_link l where l.issue_id = a.issue_id and l.round = a.round
                                          and l.customer_id = a.customer_id and l.purpose = 'APPROVAL' and l.revoked_at is null)""",
                    it.id().id());
    }

    private CustomerId customer(TopIssueId issue, ContactId contact) {
        var scope = current.actor().scope();
        return jdbc
            .sql("""
                    select k.customer_id from contact k
                     where k.id = :contact and k.active and k.merged_into is null
                       and k.customer_id in (select x.customer_id from top_issue_customer x where x.issue_id = :issue and x.left_at is null)
                       and\s"""
                    + scope.sql("k.customer_id"))
            .param("contact", contact.id())
            .param("issue", issue.id())
            .params(scope.params())
            .query((rs, i) -> new CustomerId(requireNonNull(rs.getObject(1, UUID.class))))
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    /** The links of an issue to people of customers the reader sees, newest first. */
    @Transactional(readOnly = true)
    public List<IssueLink> of(TopIssueId id) {
        desk.require(id);
        return rows.of(id, current.actor().scope());
    }

    /** The token of a link, to show or to mail it. */
    @Transactional(readOnly = true)
    public String token(TopIssueId id, UUID link) {
        desk.requireForWork(id);
        return tokens.of(require(id, link).id());
    }

    /** Mails a link; the text holds the place {@code {{link}}}. */
    public void mail(TopIssueId id, UUID link, String subject, String body) {
        var issue = desk.requireForWork(id);
        var it = require(id, link);
        if (it.state() != IssueLinkState.OPEN) {
            throw new Refusal("topissue.link.closed");
        }
        mails.write(it.id(), it.contact(), subject, body);
        desk.note(issue, "LINK_MAILED", it.contactName() + " · " + it.customerName());
    }

    /** Takes a link back. */
    public void revoke(TopIssueId id, UUID link) {
        var issue = desk.requireForWork(id);
        var it = require(id, link);
        jdbc.sql("update top_issue_link set revoked_at = :at where id = :id and revoked_at is null and used_at is null")
            .param("at", desk.at())
            .param("id", link)
            .update();
        desk.note(issue, "LINK_REVOKED", it.contactName());
        whoWaits(issue);
    }

    private IssueLink require(TopIssueId id, UUID link) {
        return of(id).stream().filter(it -> it.id().equals(link)).findFirst().orElseThrow(UnknownThing::new);
    }

}
