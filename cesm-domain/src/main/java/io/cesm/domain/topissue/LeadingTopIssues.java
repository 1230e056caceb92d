package io.cesm.domain.topissue;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.lesson.LessonsLearnt;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.NotAllowed;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leading a TOP issue through its life: plan, owner, cause, steps. */
@Service
@Transactional
public class LeadingTopIssues {

    private final TopIssueDesk desk;

    private final TopIssueAccount account;

    private final IssueApprovals approvals;

    private final NotingValues values;

    private final ObjectProvider<LessonsLearnt> lessons;

    private final Notices notices;

    private final CurrentActor current;

    private final JdbcClient jdbc;

    LeadingTopIssues(TopIssueDesk desk, TopIssueAccount account, IssueApprovals approvals, NotingValues values,
            ObjectProvider<LessonsLearnt> lessons, Notices notices, CurrentActor current, JdbcClient jdbc) {
        this.desk = desk;
        this.account = account;
        this.approvals = approvals;
        this.values = values;
        this.lessons = lessons;
        this.notices = notices;
        this.current = current;
        this.jdbc = jdbc;
    }

    /** Fills in what makes it measurable. */
    public void plan(TopIssueId id, @Nullable Long version, PlanTopIssue wish, @Nullable String because) {
        account.requireStaff(wish.sponsor());
        desk.change(id, version, "PLAN_CHANGED", Texts.optional(because, 1000, "because"),
                (it, now) -> it.plan(wish, because, now));
    }

    /** Notes why it happens. */
    public void explain(TopIssueId id, @Nullable Long version, @Nullable String whys, @Nullable CauseClass cause,
            @Nullable String rootCause) {
        desk.change(id, version, "EXPLAINED", null, (it, now) -> it.explain(whys, cause, rootCause, now));
    }

    /** Wants somebody to lead it; they are told and agree themselves. */
    public void propose(TopIssueId id, @Nullable Long version, @Nullable StaffId owner) {
        if (owner == null) {
            throw new FieldRefusal("owner", "topissue.owner_missing");
        }
        account.requireStaff(owner);
        var issue = desk.change(id, version, "OWNER_PROPOSED", null, (it, now) -> it.propose(owner, now));
        if (!owner.equals(desk.now().by())) {
            notices.tell(owner, "TOP_ISSUE_PROPOSED", TopIssueHistory.subject(issue), Map.of(),
                    id + "/" + desk.now().at());
        }
    }

    /** The one who was proposed agrees to lead it. */
    public void agree(TopIssueId id) {
        desk.change(id, null, "OWNER_AGREED", null, TopIssue::agree);
    }

    /** The one who was proposed does not want to lead it, and says why. */
    public void decline(TopIssueId id, @Nullable String because) {
        var reason = Texts.required(because, 1000, "because");
        var issue = desk.change(id, null, "OWNER_DECLINED", reason, TopIssue::decline);
        jdbc.sql("select nominated_by from top_issue where id = ? and nominated_by is not null")
            .param(id.id())
            .query(UUID.class)
            .optional()
            .ifPresent(it -> notices.tell(new StaffId(it), "TOP_ISSUE_DECLINED", TopIssueHistory.subject(issue),
                    Map.of(), id + "/" + desk.now().at()));
    }

    /** Takes one step of its life. */
    public void take(TopIssueId id, @Nullable Long version, IssueStep step, TakeIssueStep wish) {
        if (step == IssueStep.LEAVE && !current.actor().roles().contains(Role.OFFICE)) {
            throw new NotAllowed(Right.COMPLAINT_EDIT);
        }
        account.requireContact(id, wish.customer(), wish.contact());
        var note = step == IssueStep.REOPEN ? Texts.optional(wish.words(), 2000, "words") : null;
        var issue = desk.change(id, version, step.name(), note, (it, now) -> apply(it, step, wish, now));
        if ((step == IssueStep.VERIFY || step == IssueStep.CHECK) && wish.value() != null
                && issue.facts().measureKind() == MeasureKind.KPI) {
            values.keep(issue, wish.on() == null ? desk.now().today() : wish.on(), wish.value(), null);
        }
        tell(issue, step);
    }

    private void apply(TopIssue it, IssueStep step, TakeIssueStep wish, Moment now) {
        switch (step) {
            case UNDERSTAND -> it.understand(wish, now);
            case PLAN -> it.finishPlan(now);
            case START -> it.start(tasks(it), now);
            case VERIFY -> it.verify(wish, now);
            case SUBMIT -> submit(it, wish, now);
            case APPROVE -> approvals.approve(it, wish, now);
            case REJECT -> approvals.reject(it, wish, now);
            case LEAVE -> leave(it, wish, now);
            case CLOSE -> it.close(wish, lessons.stream().anyMatch(kept -> kept.isThereOneFrom(it.id().id())), now);
            case CHECK -> it.checkEffect(wish, now);
            case REOPEN -> it.reopen(wish, now);
            case WITHDRAW -> it.withdraw(wish, now);
        }
    }

    private int tasks(TopIssue it) {
        return desk.count("select count(*) from top_issue_task where issue_id = :id", it.id().id());
    }

    private void submit(TopIssue it, TakeIssueStep wish, Moment now) {
        IssueStep.SUBMIT.check(it.state());
        var words = Texts.required(wish.words(), 2000, "words");
        it.submit(now);
        approvals.ask(it);
        desk.note(it, "SUBMISSION", words);
        approvals.settle(it, now);
    }

    private void leave(TopIssue it, TakeIssueStep wish, Moment now) {
        IssueStep.LEAVE.check(it.state());
        var customer = IssueApprovals.customer(wish);
        var reason = Texts.required(wish.words(), 1000, "words");
        int rows = jdbc.sql("""
                update top_issue_customer set left_at = :at, left_because = :because, left_by = :by
                 where issue_id = :issue and customer_id = :customer and left_at is null""")
            .param("at", desk.at())
            .param("because", reason)
            .param("by", now.by() == null ? null : now.by().id(), java.sql.Types.OTHER)
            .param("issue", it.id().id())
            .param("customer", customer.id())
            .update();
        if (rows == 0) {
            throw new FieldRefusal("customer", "topissue.customer.not_here");
        }
        desk.note(it, "CUSTOMER_LEFT", reason);
        if (it.state() == TopIssueState.SUBMITTED) {
            approvals.left(it, customer);
            approvals.settle(it, now);
        }
    }

    private void tell(TopIssue issue, IssueStep step) {
        var owner = issue.owner();
        if (owner != null && !owner.equals(desk.now().by())
                && List.of(IssueStep.UNDERSTAND, IssueStep.APPROVE, IssueStep.REJECT, IssueStep.REOPEN)
                    .contains(step)) {
            notices.tell(requireNonNull(owner), "TOP_ISSUE_" + step, TopIssueHistory.subject(issue), Map.of(),
                    issue.id() + "/" + desk.now().at());
        }
    }

}
