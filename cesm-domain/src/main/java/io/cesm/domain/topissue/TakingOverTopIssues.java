package io.cesm.domain.topissue;

import java.util.LinkedHashSet;
import java.util.Map;

import io.cesm.domain.number.RecordNumbers;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes TOP issues over that are led in another system. They come in as nominated:
 * customers confirm the problem here, the owner agrees here. Works within a transaction
 * of the one who calls.
 */
@Component
public class TakingOverTopIssues {

    private final TopIssueDesk desk;

    private final TopIssueAccount account;

    private final NominatingTopIssues nominating;

    private final RecordNumbers numbers;

    private final Notices notices;

    private final CurrentActor current;

    TakingOverTopIssues(TopIssueDesk desk, TopIssueAccount account, NominatingTopIssues nominating,
            RecordNumbers numbers, Notices notices, CurrentActor current) {
        this.desk = desk;
        this.account = account;
        this.nominating = nominating;
        this.numbers = numbers;
        this.notices = notices;
        this.current = current;
    }

    /** Nominates one, with its evidence and what is known of statement and plan. */
    public TopIssueId nominate(NominateTopIssue wish, @Nullable String statement, PlanTopIssue plan) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var customers = new LinkedHashSet<>(wish.customers());
        wish.evidence().forEach(it -> customers.add(it.customer()));
        customers.forEach(account::requireCustomer);
        account.requireDimension(wish.dimension(), null);
        account.requireStaff(wish.owner());
        write(TopIssue.nominate("?", wish, desk.now()), wish, statement, plan, desk.now());
        var issue = TopIssue.nominate(numbers.next("T"), wish, desk.now());
        desk.keepNew(issue);
        customers.forEach(it -> desk.affect(issue, it));
        nominating.keep(issue, wish.evidence());
        desk.change(issue, "TAKEN_OVER", null, (it, now) -> write(it, wish, statement, plan, now));
        var owner = issue.owner();
        if (owner != null && !owner.equals(desk.now().by())) {
            notices.tell(owner, "TOP_ISSUE_PROPOSED", TopIssueHistory.subject(issue), Map.of(),
                    issue.id() + "/" + desk.now().at());
        }
        return issue.id();
    }

    /**
     * Corrects one that was taken over before, as long as its plan is not finished here;
     * evidence is added and never taken away.
     * @return whether anything changed
     */
    public boolean correct(TopIssueId id, NominateTopIssue wish, @Nullable String statement, PlanTopIssue plan) {
        current.actor().requireMay(Right.COMPLAINT_EDIT);
        var issue = desk.require(id);
        issue.checkOpen();
        if (issue.state().isAtLeast(TopIssueState.PLANNED)) {
            throw new Refusal("takeover.led_here", issue.number());
        }
        wish.customers().forEach(account::requireCustomer);
        account.requireDimension(wish.dimension(), issue.dimension());
        write(TopIssue.nominate("?", wish, desk.now()), wish, statement, plan, desk.now());
        var before = issue.facts();
        desk.change(issue, "CORRECTED", null, (it, now) -> write(it, wish, statement, plan, now));
        wish.customers().stream().filter(it -> !desk.affects(issue, it)).forEach(it -> desk.affect(issue, it));
        int kept = nominating.attach(issue, wish.evidence());
        return kept > 0 || !before.equals(issue.facts());
    }

    private static void write(TopIssue it, NominateTopIssue wish, @Nullable String statement, PlanTopIssue plan,
            Moment now) {
        it.correct(wish, statement == null ? it.statement() : statement, now);
        it.plan(plan, null, now);
    }

}
