package io.cesm.web.topissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.ScopedClock;
import io.cesm.domain.topissue.AnsweringIssueLinks;
import io.cesm.domain.topissue.IssueChannel;
import io.cesm.domain.topissue.IssueLinkPurpose;
import io.cesm.domain.topissue.IssueStep;
import io.cesm.domain.topissue.LeadingTopIssues;
import io.cesm.domain.topissue.MeasureKind;
import io.cesm.domain.topissue.NominateTopIssue;
import io.cesm.domain.topissue.NominatingTopIssues;
import io.cesm.domain.topissue.OfferingIssueLinks;
import io.cesm.domain.topissue.PlanTopIssue;
import io.cesm.domain.topissue.PlanningTasks;
import io.cesm.domain.topissue.TakeIssueStep;
import io.cesm.domain.topissue.TaskTerm;
import io.cesm.domain.topissue.TellProgress;
import io.cesm.domain.topissue.TellingCustomers;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.domain.topissue.TopIssueId;
import io.cesm.domain.topissue.WriteTask;
import io.cesm.governance.escalation.AnsweringEscalations;
import io.cesm.governance.escalation.EscalationBook;
import io.cesm.governance.escalation.EscalationBook.Rung;
import io.cesm.governance.escalation.WatchingSilentCustomers;
import io.cesm.governance.escalation.Whom;
import io.cesm.governance.topissue.RaisingTopIssues;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class SilentCustomerTests {

    /** A Monday, 10:00 in Shanghai, long after today. */
    private static final Instant MONDAY = Instant.parse("2030-03-11T02:00:00Z");

    private static final LocalDate DAY = LocalDate.of(2030, 3, 11);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private RaisingTopIssues raising;

    @Autowired
    private NominatingTopIssues nominating;

    @Autowired
    private LeadingTopIssues leading;

    @Autowired
    private PlanningTasks planning;

    @Autowired
    private TellingCustomers telling;

    @Autowired
    private OfferingIssueLinks links;

    @Autowired
    private AnsweringIssueLinks answers;

    @Autowired
    private WatchingSilentCustomers watching;

    @Autowired
    private EscalationBook book;

    @Autowired
    private AnsweringEscalations answering;

    @Autowired
    private TopIssueBook issues;

    @Autowired
    private JdbcClient jdbc;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    private ContactId contact = new ContactId(new UUID(0, 0));

    private TopIssueId id = new TopIssueId(new UUID(0, 0));

    @BeforeEach
    void anIssueOfOneCustomer() {
        account = new Accounts(context).make();
        contact = new ContactId(account.contact());
        jdbc.sql(
                "insert into contact_point (id, contact_id, kind, value, normal, created_at) values (?, ?, 'EMAIL', ?, ?, now())")
            .params(UUID.randomUUID(), contact.id(), "zhou@example.com", "zhou@example.com")
            .update();
        id = on(0, account.csr(), () -> raising.raise(new NominateTopIssue("主轴停机", "三次",
                List.of(new CustomerId(account.customer())), null, null, account.fr(), List.of(), false)));
    }

    @Test
    void whoeverIsAskedForTheProblemAndSaysNothingGoesUpAfterWorkingDaysAndDownWithTheAnswer() {
        var token = asked("每月停六次");
        look(5);
        assertThat(ladder()).as("Saturday: four working days").isEmpty();
        look(7);
        look(7);
        assertThat(ladder()).singleElement().satisfies(it -> {
            assertThat(it.level()).isEqualTo(2);
            assertThat(it.silent()).isNotNull()
                .extracting(EscalationBook.Silent::about)
                .isEqualTo(IssueLinkPurpose.STATEMENT);
            assertThat(it.told()).extracting(each -> each.part()).contains(Whom.CSR);
        });
        assertThat(page()).contains("5 个工作日未答复：问题描述是否准确");
        ScopedClock.at(day(8), () -> answers.answer(token, true, null, null));
        look(8);
        assertThat(EscalationBook.level(ladder())).isZero();
        assertThat(page()).contains("客户已有回音");
    }

    @Test
    void whoeverIsAskedForTheirApprovalAndSaysNothingGoesUpAndWhoHeardItMayBringItDown() {
        plan();
        on(20, account.fr(), () -> {
            leading.take(id, null, IssueStep.VERIFY, TakeIssueStep.measured(BigDecimal.ONE, DAY.plusDays(20), "停机记录"));
            leading.take(id, null, IssueStep.SUBMIT, TakeIssueStep.saying("请您认可"));
            return links.offer(id, contact);
        });
        look(30);
        var rung = ladder().getFirst();
        assertThat(rung.silent()).isNotNull()
            .extracting(EscalationBook.Silent::about)
            .isEqualTo(IssueLinkPurpose.APPROVAL);
        on(30, account.csr(), () -> {
            answering.acknowledge(id, rung.id(), "今天打电话");
            return id;
        });
        assertThat(ladder().getFirst().acknowledgeWords()).isEqualTo("今天打电话");
        assertThatExceptionOfType(Refusal.class).as("not who leads it").isThrownBy(() -> on(30, account.fr(), () -> {
            answering.lower(id, 0, "没事");
            return id;
        }));
        on(31, account.csr(), () -> {
            answering.lower(id, 0, "客户出差，约好下周二答复");
            return id;
        });
        look(40);
        assertThat(EscalationBook.level(ladder())).as("the same silence does not go up twice").isZero();
    }

    @Test
    void whoWasNotAskedIsNotSilentAndItIsOnUsToAsk() {
        submitted();
        look(40);
        assertThat(ladder()).as("no link was made").isEmpty();
        assertThat(page()).contains("还没有问到客户", "尚未询问");
        assertThat(owed()).as("who leads it is reminded").isEqualTo(DAY.plusDays(20));
        var link = on(40, account.csr(), () -> {
            var made = links.offer(id, contact);
            links.mail(id, made, "请您认可", "{{link}}");
            return made;
        });
        assertThat(owed()).isNull();
        jdbc.sql("update top_issue_mail set state = 'FAILED' where link_id = ?").param(link).update();
        look(60);
        assertThat(ladder()).as("its mail never left").isEmpty();
        jdbc.sql("update top_issue_mail set state = 'SENT', sent_at = ? where link_id = ?")
            .params(day(58).atOffset(ZoneOffset.UTC), link)
            .update();
        look(60);
        assertThat(ladder()).as("two days ago").isEmpty();
        look(68);
        assertThat(EscalationBook.level(ladder())).isEqualTo(2);
        on(68, account.csr(), () -> {
            links.revoke(id, link);
            return links.offer(id, contact);
        });
        look(69);
        assertThat(EscalationBook.level(ladder())).isZero();
        assertThat(page()).contains("已重新询问，重新计日").doesNotContain("客户已有回音");
    }

    private @Nullable LocalDate owed() {
        return people.as(account.csr(), () -> issues.require(id)).tellOn();
    }

    private void submitted() {
        plan();
        on(20, account.fr(), () -> {
            leading.take(id, null, IssueStep.VERIFY, TakeIssueStep.measured(BigDecimal.ONE, DAY.plusDays(20), "停机记录"));
            leading.take(id, null, IssueStep.SUBMIT, TakeIssueStep.saying("请您认可"));
            return id;
        });
    }

    @Test
    void whoeverIsToldAndDoesNotOpenItGoesUpAndReadingIsEnough() {
        plan();
        on(3, account.fr(), () -> telling.tell(id, null, new TellProgress("进展", "已到货", Set.of(contact), null)));
        look(12);
        assertThat(ladder()).as("the mail has not left yet").isEmpty();
        jdbc.sql(
                "update top_issue_mail set state = 'SHOWN', sent_at = ? where address = 'zhou@example.com' and state = 'WAITING'")
            .param(day(3).atOffset(ZoneOffset.UTC))
            .update();
        look(12);
        assertThat(ladder()).singleElement()
            .satisfies(it -> assertThat(it.silent()).isNotNull()
                .extracting(EscalationBook.Silent::about)
                .isEqualTo(IssueLinkPurpose.REPORT));
        on(13, account.fr(),
                () -> telling.tell(id, null, new TellProgress("进展", "已换", Set.of(contact), IssueChannel.PHONE)));
        look(25);
        assertThat(EscalationBook.level(ladder())).as("told in person").isZero();
        assertThat(ladder()).hasSize(1);
    }

    @Test
    void othersNeitherSeeTheLadderNorAnswerIt() {
        asked("每月停六次");
        look(7);
        var stranger = new Accounts(context).make().csr();
        var path = "/top-issues/" + id;
        assertThat(web.get().uri("/api/v1" + path + "/escalations").with(SignedIn.as(stranger))).hasStatus(404);
        assertThat(web.post()
            .uri(path + "/level")
            .param("level", "0")
            .param("because", "x")
            .with(SecurityMockMvcRequestPostProcessors.csrf())
            .with(SignedIn.as(stranger))).hasStatus(404);
        assertThat(EscalationBook.level(ladder())).isEqualTo(2);
    }

    private String asked(String statement) {
        return on(0, account.csr(), () -> {
            nominating.correct(id, null,
                    new NominateTopIssue("主轴停机", "停机", List.of(), null, null, null, List.of(), false), statement);
            return links.token(id, links.offer(id, contact));
        });
    }

    private static PlanTopIssue planOf(String statement) {
        return new PlanTopIssue(MeasureKind.KPI, "每月停机", null, "次", false, new BigDecimal("6"), BigDecimal.ONE,
                statement, null, DAY.plusDays(80), null, 14, 8);
    }

    private void plan() {
        on(1, account.csr(), () -> {
            leading.take(id, null, IssueStep.UNDERSTAND,
                    TakeIssueStep.understood("每月停六次", contact, IssueChannel.VISIT, DAY.plusDays(1)));
            return id;
        });
        on(1, account.fr(), () -> {
            leading.agree(id);
            leading.plan(id, null, planOf("停一小时二十万"), null);
            planning.add(id,
                    new WriteTask("更换冷却器", TaskTerm.SHORT, account.fr(), DAY, DAY.plusDays(20), null, null, Set.of()));
            leading.explain(id, null, "水温高\n选型按年均", CauseClass.DESIGN, "选型没有最高月");
            leading.take(id, null, IssueStep.PLAN, TakeIssueStep.NOTHING);
            leading.take(id, null, IssueStep.START, TakeIssueStep.NOTHING);
            return id;
        });
    }

    private List<Rung> ladder() {
        return people.as(account.csr(), () -> book.ladder(id));
    }

    private String page() {
        var answer = web.get()
            .uri("/top-issues/" + id)
            .header("Accept-Language", "zh")
            .with(SignedIn.as(account.csr()))
            .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private void look(int day) {
        ScopedClock.at(day(day), watching::look);
    }

    private static Instant day(int day) {
        return MONDAY.plus(Duration.ofDays(day));
    }

    private <T> T on(int day, StaffId who, Supplier<T> work) {
        return ScopedClock.at(day(day), () -> people.as(who, work));
    }

}
