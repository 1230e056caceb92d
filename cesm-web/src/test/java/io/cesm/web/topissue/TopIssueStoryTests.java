package io.cesm.web.topissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.ScopedClock;
import io.cesm.domain.topissue.AnsweringIssueLinks;
import io.cesm.domain.topissue.IssueChannel;
import io.cesm.domain.topissue.IssueStep;
import io.cesm.domain.topissue.LeadingTopIssues;
import io.cesm.domain.topissue.MeasureKind;
import io.cesm.domain.topissue.NominateTopIssue;
import io.cesm.domain.topissue.NotingValues;
import io.cesm.domain.topissue.OfferingIssueLinks;
import io.cesm.domain.topissue.PlanTopIssue;
import io.cesm.domain.topissue.PlanningTasks;
import io.cesm.domain.topissue.TakeIssueStep;
import io.cesm.domain.topissue.TaskTerm;
import io.cesm.domain.topissue.TellProgress;
import io.cesm.domain.topissue.TellingCustomers;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.domain.topissue.TopIssueDetails;
import io.cesm.domain.topissue.TopIssueId;
import io.cesm.domain.topissue.TopIssueState;
import io.cesm.domain.topissue.WriteTask;
import io.cesm.governance.topissue.FindingEvidence;
import io.cesm.governance.topissue.MeasuringTopIssues;
import io.cesm.governance.topissue.MiningCandidates;
import io.cesm.governance.topissue.RaisingTopIssues;
import io.cesm.governance.topissue.RankingTopIssues;
import io.cesm.satisfaction.figures.Comparison;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.People;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A year of one issue: three complaints become it, the customer hears on time and late,
 * rejects, approves, and the problem comes back.
 */
@WebTest
class TopIssueStoryTests {

    /** A Monday, 10:00 in Shanghai, long after today. */
    private static final Instant MONDAY = Instant.parse("2030-03-11T02:00:00Z");

    private static final LocalDate DAY = LocalDate.of(2030, 3, 11);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    private FilingComplaints filing;

    @Autowired
    private MiningCandidates mining;

    @Autowired
    private FindingEvidence evidence;

    @Autowired
    private RaisingTopIssues raising;

    @Autowired
    private LeadingTopIssues leading;

    @Autowired
    private PlanningTasks planning;

    @Autowired
    private NotingValues values;

    @Autowired
    private TellingCustomers telling;

    @Autowired
    private OfferingIssueLinks links;

    @Autowired
    private AnsweringIssueLinks answering;

    @Autowired
    private MeasuringTopIssues measuring;

    @Autowired
    private RankingTopIssues ranking;

    @Autowired
    private TopIssueBook book;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    @Test
    void fromThreeComplaintsToALessonAndBack() {
        account = new Accounts(context).make();
        var customer = new CustomerId(account.customer());
        var contact = new ContactId(account.contact());
        for (int i = 0; i < 3; i++) {
            on(-20 + i, account.csr(), () -> filing.file(FileComplaint.of(customer, contact, "主轴又停了"), List.of()));
        }
        on(0, account.csr(), () -> {
            var found = mining.of(90, customer);
            assertThat(found).singleElement().satisfies(it -> assertThat(it.complaints()).isEqualTo(3));
            raising.raise(new NominateTopIssue("主轴停机", "三次", List.of(customer), null, null, account.fr(),
                    evidence.of(found.getFirst().records()), false));
            assertThat(mining.of(90, customer)).as("no longer a candidate").isEmpty();
        });
        var id = on(0, account.csr(), () -> ranking().stream().findFirst().orElseThrow());
        plan(id, customer, contact);

        assertThat(issue(id).tellOn()).isEqualTo(DAY.plusDays(15));
        tell(id, 15, contact);
        tell(id, 32, contact);
        var reports = on(33, account.csr(), () -> telling.of(id));
        assertThat(reports).extracting(it -> it.lateDays())
            .as("the second one was three days late")
            .containsExactly(3, 0);
        verify(id, 60, "1");
        var token = token(id, contact, 61);
        at(62, () -> assertThat(answering.answer(token, false, "昨晚又停了一次", null)).isTrue());
        assertThat(issue(id).state()).isEqualTo(TopIssueState.IMPROVING);
        verify(id, 90, "0");
        var again = token(id, contact, 91);
        at(92, () -> {
            assertThat(answering.answer(again, true, "这次可以了", null)).isTrue();
            assertThat(answering.answer(again, true, "再点一次", null)).as("a double click").isFalse();
        });
        assertThat(issue(id).state()).isEqualTo(TopIssueState.APPROVED);
        on(93, account.csr(),
                () -> leading.take(id, null, IssueStep.CLOSE, TakeIssueStep.learning("选型一律按最高月水温校核，并写入设计检查单。")));
        assertThat(issue(id).checkDueOn()).isEqualTo(DAY.plusDays(93).plusWeeks(8));
        var effect = on(94, account.csr(), () -> measuring.effects(book.require(id))).getFirst();
        assertThat(effect.verdict()).isEqualTo(Comparison.Verdict.LOWER);
        on(150, account.csr(), () -> leading.take(id, null, IssueStep.CHECK,
                TakeIssueStep.measured(new BigDecimal("4"), DAY.plusDays(150), "夏天又来了")));
        assertThat(issue(id).state()).as("it came back").isEqualTo(TopIssueState.IMPROVING);
        assertThat(issue(id).reopenedCount()).isEqualTo(1);
    }

    /** The places for this customer. */
    private List<TopIssueId> ranking() {
        Acting.as(Actor.system("test"), ranking::snapshot);
        return ranking.latest(RankingTopIssues.Level.CUSTOMER, account.customer(), 10)
            .lines()
            .stream()
            .map(RankingTopIssues.Line::issue)
            .toList();
    }

    private void plan(TopIssueId id, CustomerId customer, ContactId contact) {
        on(1, account.csr(), () -> leading.take(id, null, IssueStep.UNDERSTAND,
                TakeIssueStep.understood("每月停六次", contact, IssueChannel.VISIT, DAY.plusDays(1))));
        on(1, account.fr(), () -> {
            leading.agree(id);
            leading.plan(id, null, new PlanTopIssue(MeasureKind.KPI, "每月停机", null, "次", false, new BigDecimal("6"),
                    BigDecimal.ONE, "停一小时二十万", null, DAY.plusDays(80), null, 14, 8), null);
            leading.explain(id, null, "水温高\n选型按年均", CauseClass.DESIGN, "选型没有最高月");
            planning.add(id,
                    new WriteTask("更换冷却器", TaskTerm.SHORT, account.fr(), DAY, DAY.plusDays(20), null, null, Set.of()));
            for (int i = 1; i <= 6; i++) {
                values.note(id, DAY.minusDays(30L * i), new BigDecimal(i % 2 == 0 ? "6" : "7"), null);
            }
            leading.take(id, null, IssueStep.PLAN, TakeIssueStep.NOTHING);
        });
        on(2, account.fr(), () -> leading.take(id, null, IssueStep.START, TakeIssueStep.NOTHING));
    }

    private void tell(TopIssueId id, int day, ContactId contact) {
        on(day, account.fr(),
                () -> telling.tell(id, null, new TellProgress("进展", "冷却器已到货", Set.of(contact), IssueChannel.PHONE)));
    }

    private void verify(TopIssueId id, int day, String value) {
        on(day, account.fr(), () -> {
            values.note(id, DAY.plusDays(day - 1L), new BigDecimal(value), null);
            leading.take(id, null, IssueStep.VERIFY,
                    TakeIssueStep.measured(new BigDecimal(value), DAY.plusDays(day - 1L), "停机记录"));
            values.note(id, DAY.plusDays(day), new BigDecimal(value), null);
            leading.take(id, null, IssueStep.SUBMIT, TakeIssueStep.saying("请您认可"));
        });
    }

    private String token(TopIssueId id, ContactId contact, int day) {
        return on(day, account.csr(), () -> links.token(id, links.offer(id, contact)));
    }

    private TopIssueDetails issue(TopIssueId id) {
        return people.as(account.csr(), () -> book.require(id));
    }

    private void on(int day, StaffId who, Runnable work) {
        on(day, who, () -> {
            work.run();
            return true;
        });
    }

    private <T> T on(int day, StaffId who, Supplier<T> work) {
        return ScopedClock.at(MONDAY.plus(Duration.ofDays(day)), () -> people.as(who, work));
    }

    private static void at(int day, Runnable work) {
        ScopedClock.at(MONDAY.plus(Duration.ofDays(day)), work);
    }

}
