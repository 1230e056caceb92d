package io.cesm.web.topissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.topissue.IssueChannel;
import io.cesm.domain.topissue.IssueStep;
import io.cesm.domain.topissue.LeadingTopIssues;
import io.cesm.domain.topissue.MeasureKind;
import io.cesm.domain.topissue.NominateTopIssue;
import io.cesm.domain.topissue.OfferingIssueLinks;
import io.cesm.domain.topissue.PlanTopIssue;
import io.cesm.domain.topissue.TakeIssueStep;
import io.cesm.domain.topissue.TellProgress;
import io.cesm.domain.topissue.TellingCustomers;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.domain.topissue.TopIssueId;
import io.cesm.governance.topissue.RaisingTopIssues;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class IssueLinkPagesTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private RaisingTopIssues raising;

    @Autowired
    private LeadingTopIssues leading;

    @Autowired
    private TellingCustomers telling;

    @Autowired
    private OfferingIssueLinks links;

    @Autowired
    private TopIssueBook book;

    @Autowired
    private JdbcClient jdbc;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    private ContactId contact = new ContactId(new UUID(0, 0));

    private TopIssueId id = new TopIssueId(new UUID(0, 0));

    @BeforeEach
    void anIssueNobodyHasWorded() {
        account = new Accounts(context).make();
        contact = new ContactId(account.contact());
        id = people.as(account.csr(), () -> raising.raise(new NominateTopIssue("主轴停机", "三次",
                List.of(new CustomerId(account.customer())), null, null, account.fr(), List.of(), false)));
    }

    @Test
    void whoAsksForTheStatementWordsItWhereTheyAsk() {
        assertThat(post("/links", "contact", contact.toString(), "statement", "")).as("said on the same page")
            .hasStatus(422)
            .bodyText()
            .contains("name=\"statement\"", "selected");
        assertThat(post("/links", "contact", "", "statement", "主轴每月停六次")).hasStatus(422).bodyText().contains("主轴每月停六次");
        assertThat(post("/links", "contact", contact.toString(), "statement", "主轴每月停六次")).hasStatusOk()
            .bodyText()
            .contains("/c/issue/");
        assertThat(people.as(account.csr(), () -> book.require(id)).statement()).isEqualTo("主轴每月停六次");
    }

    @Test
    void aReportIsMailedOnceMoreAsItWasWrittenAndWhoHasNoAddressIsSaid() {
        planned();
        assertThat(page("/report")).as("who confirmed the problem hears of it")
            .containsPattern("value=\"" + contact + "\"[^>]*checked");
        people.as(account.fr(),
                () -> telling.tell(id, null, new TellProgress("进展一", "冷却器已到货", Set.of(contact), IssueChannel.PHONE)));
        var link = people.as(account.fr(), () -> links.of(id)).getFirst().id();
        assertThat(post("/links/" + link + "/mail")).hasStatus(422).bodyText().contains("没有对方的邮箱");
        jdbc.sql(
                "insert into contact_point (id, contact_id, kind, value, normal, created_at) values (?, ?, 'EMAIL', ?, ?, now())")
            .params(UUID.randomUUID(), contact.id(), "zhou@example.com", "zhou@example.com")
            .update();
        assertThat(post("/links/" + link + "/mail")).hasStatus3xxRedirection();
        assertThat(jdbc.sql("select subject || body from top_issue_mail where link_id = ?")
            .param(link)
            .query(String.class)
            .single()).contains("进展一", "冷却器已到货", "{{link}}");
    }

    private void planned() {
        people.as(account.csr(), () -> {
            leading.take(id, null, IssueStep.UNDERSTAND,
                    TakeIssueStep.understood("每月停六次", contact, IssueChannel.VISIT, new Accounts(context).today()));
            return id;
        });
        people.as(account.fr(), () -> {
            leading.agree(id);
            leading.plan(id, null, new PlanTopIssue(MeasureKind.KPI, "每月停机", null, "次", false, new BigDecimal("6"),
                    BigDecimal.ONE, "停一小时二十万", null, LocalDate.of(2035, 1, 1), null, 14, 8), null);
            leading.take(id, null, IssueStep.PLAN, TakeIssueStep.NOTHING);
            return id;
        });
    }

    private String page(String path) {
        var answer = web.get().uri("/top-issues/" + id + path).with(SignedIn.as(account.fr())).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private MvcTestResult post(String path, String... fields) {
        var request = web.post()
            .uri("/top-issues/" + id + path)
            .header("Accept-Language", "zh")
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .with(SignedIn.as(account.fr()))
            .with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i + 1 < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

}
