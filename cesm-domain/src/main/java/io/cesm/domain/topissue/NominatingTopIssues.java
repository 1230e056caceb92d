package io.cesm.domain.topissue;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Putting issues among the few that matter most: with the customers they hurt and the
 * records that show it.
 */
@Service
@Transactional
public class NominatingTopIssues {

    private static final int MOST_EVIDENCE = 500;

    private final TopIssueDesk desk;

    private final TopIssueAccount account;

    private final RecordNumbers numbers;

    private final Notices notices;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    NominatingTopIssues(TopIssueDesk desk, TopIssueAccount account, RecordNumbers numbers, Notices notices,
            CurrentActor current, JdbcClient jdbc) {
        this.desk = desk;
        this.account = account;
        this.numbers = numbers;
        this.notices = notices;
        this.current = current;
        this.jdbc = jdbc;
    }

    /** What people call a new issue. */
    public record Nominated(TopIssueId id, String number, int evidence) {
    }

    public Nominated nominate(NominateTopIssue wish) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var customers = new LinkedHashSet<>(wish.customers());
        wish.evidence().forEach(it -> customers.add(it.customer()));
        customers.forEach(account::requireCustomer);
        account.requireDimension(wish.dimension(), null);
        account.requireStaff(wish.owner());
        var issue = TopIssue.nominate(numbers.next("T"), new NominateTopIssue(wish.title(), wish.problem(),
                List.copyOf(customers), wish.dimension(), wish.flow(), wish.owner(), wish.evidence(), wish.demo()),
                desk.now());
        desk.keepNew(issue);
        customers.forEach(it -> desk.affect(issue, it));
        int kept = keep(issue, wish.evidence());
        tell(issue);
        return new Nominated(issue.id(), issue.number(), kept);
    }

    /** Corrects what was noted; a statement that changes has to be confirmed anew. */
    public void correct(TopIssueId id, @Nullable Long version, NominateTopIssue wish, @Nullable String statement) {
        desk.change(id, version, "CORRECTED", null, (it, now) -> {
            account.requireDimension(wish.dimension(), it.dimension());
            it.correct(wish, statement, now);
        });
    }

    /** Notes that it hurts another customer, too. */
    public void affect(TopIssueId id, CustomerId customer) {
        var issue = desk.requireForWork(id);
        issue.checkOpen();
        account.requireCustomer(customer);
        if (issue.state().isAtLeast(TopIssueState.SUBMITTED)) {
            throw new FieldRefusal("customer", "topissue.customer.too_late");
        }
        if (desk.affects(issue, customer)) {
            throw new FieldRefusal("customer", "topissue.customer.already");
        }
        desk.affect(issue, customer);
        desk.note(issue, "CUSTOMER_ADDED", name(customer));
    }

    /** It does not hurt this customer after all; only before anybody was asked. */
    public void release(TopIssueId id, CustomerId customer) {
        var issue = desk.requireForWork(id);
        issue.checkOpen();
        account.requireCustomer(customer);
        if (issue.customer().equals(customer)) {
            throw new Refusal("topissue.customer.leads");
        }
        if (issue.state().isAtLeast(TopIssueState.PLANNED)) {
            throw new Refusal("topissue.customer.planned");
        }
        int gone = jdbc.sql("delete from top_issue_customer where issue_id = ? and customer_id = ?")
            .params(id.id(), customer.id())
            .update();
        if (gone == 0) {
            throw new UnknownThing();
        }
        jdbc.sql("delete from top_issue_evidence where issue_id = ? and customer_id = ?")
            .params(id.id(), customer.id())
            .update();
        desk.note(issue, "CUSTOMER_REMOVED", name(customer));
    }

    /**
     * Attaches records; one that is attached already stays as it is. Their customers are
     * among those the issue hurts from then on.
     * @return how many are new
     */
    public int attach(TopIssueId id, List<Evidence> evidence) {
        var issue = desk.requireForWork(id);
        issue.checkOpen();
        return attach(issue, evidence);
    }

    int attach(TopIssue issue, List<Evidence> evidence) {
        for (var each : evidence) {
            account.requireCustomer(each.customer());
            if (!desk.affects(issue, each.customer())) {
                if (issue.state().isAtLeast(TopIssueState.SUBMITTED)) {
                    throw new FieldRefusal("customer", "topissue.customer.too_late");
                }
                desk.affect(issue, each.customer());
            }
        }
        return keep(issue, evidence);
    }

    /** Takes a record away that does not belong here. */
    public void detach(TopIssueId id, UUID evidence) {
        var issue = desk.requireForWork(id);
        issue.checkOpen();
        var number = jdbc.sql("delete from top_issue_evidence where id = ? and issue_id = ? returning number")
            .params(evidence, id.id())
            .query(String.class)
            .optional()
            .orElseThrow(UnknownThing::new);
        desk.note(issue, "EVIDENCE_REMOVED", number);
    }

    int keep(TopIssue issue, List<Evidence> evidence) {
        if (evidence.size() > MOST_EVIDENCE) {
            throw new Refusal("topissue.evidence.too_many", MOST_EVIDENCE);
        }
        var kept = new java.util.ArrayList<String>();
        var by = desk.now().by();
        for (var each : evidence) {
            int rows = jdbc
                .sql("""
                        insert into top_issue_evidence (id, issue_id, customer_id, kind, record_id, number, words, happened_on,
                                                        severity, added_at, added_by)
                        values (:id, :issue, :customer, :kind, :record, :number, :words, :on, :severity, :at, :by)
                        on conflict (issue_id, kind, record_id) do nothing""")
                .param("id", Uuid7.next())
                .param("issue", issue.id().id())
                .param("customer", each.customer().id())
                .param("kind", each.kind().name())
                .param("record", each.record())
                .param("number", each.number())
                .param("words", cut(each.words()))
                .param("on", each.happenedOn())
                .param("severity", Math.clamp(each.severity(), 1, 4))
                .param("at", desk.at())
                .param("by", by == null ? null : by.id(), java.sql.Types.OTHER)
                .update();
            if (rows == 1) {
                kept.add(each.number());
            }
        }
        if (!kept.isEmpty()) {
            desk.note(issue, "EVIDENCE_ADDED", cut(String.join(", ", kept)));
        }
        return kept.size();
    }

    private void tell(TopIssue issue) {
        StaffId owner = issue.owner();
        if (owner != null && !owner.equals(desk.now().by())) {
            notices.tell(owner, "TOP_ISSUE_PROPOSED", TopIssueHistory.subject(issue), Map.of(),
                    issue.id() + "/" + desk.now().at());
        }
    }

    private String name(CustomerId customer) {
        return requireNonNull(
                jdbc.sql("select name from customer where id = ?").param(customer.id()).query(String.class).single());
    }

    private static @Nullable String cut(@Nullable String words) {
        return words == null || words.length() <= 400 ? words : words.substring(0, 399) + "…";
    }

}
