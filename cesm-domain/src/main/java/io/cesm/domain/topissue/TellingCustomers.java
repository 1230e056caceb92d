package io.cesm.domain.topissue;

import static java.util.Objects.requireNonNull;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Telling the customers on a rhythm how far their issue is, with proof of sending,
 * opening and answer.
 */
@Service
@Transactional
public class TellingCustomers {

    private final TopIssueDesk desk;

    private final IssueLinkRows links;

    private final WritingIssueMails mails;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    TellingCustomers(TopIssueDesk desk, IssueLinkRows links, WritingIssueMails mails, CurrentActor current,
            JdbcClient jdbc) {
        this.desk = desk;
        this.links = links;
        this.mails = mails;
        this.current = current;
        this.jdbc = jdbc;
    }

    /** Tells the chosen people; the next report is due a rhythm from now. */
    public UUID tell(TopIssueId id, @Nullable Long version, TellProgress wish) {
        var issue = desk.requireForWork(id);
        issue.checkOpen();
        if (!issue.state().isAtLeast(TopIssueState.PLANNED)) {
            throw new Refusal("topissue.report.too_early", issue.state());
        }
        var subject = Texts.required(wish.subject(), 200, "subject");
        var words = Texts.required(wish.words(), 6000, "words");
        if (wish.contacts().isEmpty()) {
            throw new FieldRefusal("contacts", "topissue.report.nobody");
        }
        var customers = customers(id, wish);
        var due = TopIssueState.TOLD.contains(issue.state()) ? issue.nextTellingOn() : null;
        var report = Uuid7.next();
        var now = desk.now();
        var late = due == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, now.today()));
        jdbc.sql("""
                insert into top_issue_report (id, issue_id, due_on, subject, words, told_at, told_by, late_days)
                values (:id, :issue, :due, :subject, :words, :at, :by, :late)""")
            .param("id", report)
            .param("issue", id.id())
            .param("due", due)
            .param("subject", subject)
            .param("words", words)
            .param("at", desk.at())
            .param("by", now.by() == null ? null : now.by().id(), java.sql.Types.OTHER)
            .param("late", late)
            .update();
        customers.forEach((contact, customer) -> {
            var link = links.keep(issue, IssueLinkPurpose.REPORT, customer, contact, report, wish.channel(), now);
            if (wish.channel() == null) {
                mails.write(link, contact, subject, words + "\n\n" + WritingIssueMails.LINK);
            }
        });
        desk.change(id, version, "TOLD", subject, TopIssue::told);
        return report;
    }

    private Map<ContactId, CustomerId> customers(TopIssueId issue, TellProgress wish) {
        var scope = current.actor().scope();
        Map<ContactId, CustomerId> found = new HashMap<>();
        jdbc.sql("""
                select k.id, k.customer_id from contact k
                 where k.id = any(:contacts) and k.active and k.merged_into is null
                   and k.customer_id in (select x.customer_id from top_issue_customer x where x.issue_id = :issue)
                   and\s""" + scope.sql("k.customer_id"))
            .param("contacts", wish.contacts().stream().map(ContactId::id).toArray(UUID[]::new))
            .param("issue", issue.id())
            .params(scope.params())
            .query(rs -> {
                found.put(new ContactId(requireNonNull(rs.getObject(1, UUID.class))),
                        new CustomerId(requireNonNull(rs.getObject(2, UUID.class))));
            });
        if (found.size() != wish.contacts().size()) {
            throw new UnknownThing();
        }
        return found;
    }

    /** What the customers were told, newest first, with the people the reader sees. */
    @Transactional(readOnly = true)
    public List<ProgressReport> of(TopIssueId id) {
        desk.require(id);
        var to = links.of(id, current.actor().scope());
        return jdbc.sql("""
                select r.*, s.name from top_issue_report r left join staff s on s.id = r.told_by
                 where r.issue_id = ? order by r.told_at desc, r.id desc limit 100""").param(id.id()).query((rs, i) -> {
            var report = requireNonNull(rs.getObject("id", UUID.class));
            return new ProgressReport(report, rs.getObject("due_on", java.time.LocalDate.class),
                    rs.getString("subject"), rs.getString("words"), requireNonNull(TopIssueRegister.at(rs, "told_at")),
                    rs.getString("name"), rs.getInt("late_days"),
                    to.stream().filter(it -> report.equals(it.report())).toList());
        }).list();
    }

}
