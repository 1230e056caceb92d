package io.cesm.web.topissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.topissue.IssueChannel;
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
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.domain.topissue.TopIssueId;
import io.cesm.domain.topissue.TopIssueState;
import io.cesm.domain.topissue.WriteTask;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.People;
import io.cesm.web.support.WebTest;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What customers do by their links, and what strangers and double clicks do not. */
@WebTest
class CustomerIssuePagesTests {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private NominatingTopIssues nominating;

    @Autowired
    private LeadingTopIssues leading;

    @Autowired
    private PlanningTasks planning;

    @Autowired
    private OfferingIssueLinks offering;

    @Autowired
    private TopIssueBook book;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    @BeforeEach
    void aCustomer() {
        account = new Accounts(context).make();
    }

    @Test
    void theStatementIsConfirmedByWhoHasTheLinkAndLookingChangesNothing() {
        var id = nominated();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> link(id))
            .satisfies(it -> assertThat(it.code()).isEqualTo("topissue.link.no_statement"));
        state(id, "主轴每月停六次");
        var browser = open(link(id));
        assertThat(browser.page()).hasStatusOk().bodyText().contains("主轴每月停六次", "Have we understood you?");
        assertThat(browser.page()).hasStatusOk();
        assertThat(state(id)).as("looking changes nothing").isEqualTo(TopIssueState.NOMINATED);
        assertThat(browser.send("no", " ")).hasStatus(422).bodyText().contains("in a few words what is not right");
        assertThat(browser.send("maybe", "x")).hasStatus(422);

        state(id, "主轴每月停六次，夏天更多");
        assertThat(browser.page()).as("asked about another statement").hasStatus(410);
        var next = open(link(id));
        assertThat(next.send("yes", "就是这样")).hasStatus3xxRedirection();
        assertThat(next.send("no", "又不是了")).as("a second click").hasStatusOk().bodyText().contains("Thank you");
        var it = people.as(account.csr(), () -> book.require(id));
        assertThat(it.state()).isEqualTo(TopIssueState.UNDERSTOOD);
        assertThat(it.confirmation().proxy()).as("the customer's own word").isNull();
        assertThat(it.confirmation().words()).isEqualTo("就是这样");
    }

    @Test
    void forgedAndForeignLinksLeadNowhere() {
        assertThat(web.get().uri("/c/issue/" + "A".repeat(43)).exchange()).hasStatus(410);
        assertThat(web.get().uri("/c/issue/short").exchange()).hasStatus(410);
        assertThat(web.get().uri("/c/issues/abcdefghijkl").exchange()).hasStatus(410);
        var id = nominated();
        state(id, "描述");
        var token = link(id);
        assertThat(web.get()
            .uri("/c/issues/" + IssueCookie.ref(token))
            .cookie(new Cookie("top-" + IssueCookie.ref(token), "B".repeat(43)))
            .exchange()).as("a reference with another token").hasStatus(410);
        assertThat(web.post()
            .uri("/c/issues/" + IssueCookie.ref(token))
            .param("decision", "yes")
            .cookie(new Cookie("top-" + IssueCookie.ref(token), token))
            .exchange()).as("without the form's own token").hasStatus(403);
        assertThat(web.get().uri("/top-issues/" + id).exchange()).as("no way in for staff pages")
            .hasStatus3xxRedirection();
        var stranger = new Accounts(context).make();
        assertThatExceptionOfType(RuntimeException.class)
            .isThrownBy(() -> people.as(account.csr(), () -> offering.offer(id, new ContactId(stranger.contact()))));
    }

    @Test
    void anIssueIsApprovedOnAPhoneOnlyWhenEveryCustomerSaysSo() {
        var other = new Accounts(context).make();
        var id = submitted(other);
        var first = open(link(id));
        assertThat(first.page()).hasStatusOk().bodyText().contains("Is it solved for you?", "冷却器已更换", "6 → 1");
        assertThat(first.send("yes", "")).hasStatus3xxRedirection();
        assertThat(state(id)).as("one of two").isEqualTo(TopIssueState.SUBMITTED);
        assertThatExceptionOfType(Refusal.class).as("answered already").isThrownBy(() -> link(id));
        var second = open(token(id, other.contact()));
        assertThat(second.send("no", "我们这里没有换")).hasStatus3xxRedirection();
        assertThat(state(id)).isEqualTo(TopIssueState.IMPROVING);
        assertThat(second.send("yes", "")).as("too late to change").hasStatusOk();
        assertThat(state(id)).isEqualTo(TopIssueState.IMPROVING);
        assertThat(office(() -> book.approvals(id))).hasSize(2);
    }

    private TopIssueId nominated(CustomerId... more) {
        var all = new java.util.ArrayList<>(List.of(new CustomerId(account.customer())));
        all.addAll(List.of(more));
        return office(() -> nominating
            .nominate(new NominateTopIssue("主轴停机", "停机", all, null, null, account.csr(), List.of(), false))
            .id());
    }

    private TopIssueId submitted(Accounts.Made other) {
        var id = nominated(new CustomerId(other.customer()));
        var today = new Accounts(context).today();
        office(() -> {
            leading.take(id, null, IssueStep.UNDERSTAND,
                    TakeIssueStep.understood("每月停六次", new ContactId(account.contact()), IssueChannel.VISIT, today));
            leading.plan(id, null, new PlanTopIssue(MeasureKind.KPI, "每月停机", null, "次", false, new BigDecimal("6"),
                    BigDecimal.ONE, "停一小时二十万", null, LocalDate.of(2031, 1, 1), null, null, null), null);
            planning.add(id, new WriteTask("更换冷却器", TaskTerm.SHORT, account.fr(), today, today.plusDays(9), null, null,
                    Set.of()));
            leading.explain(id, null, "水温高", CauseClass.DESIGN, "选型没有最高月");
            return id;
        });
        people.as(account.csr(), () -> {
            leading.agree(id);
            return id;
        });
        return office(() -> {
            leading.take(id, null, IssueStep.PLAN, TakeIssueStep.NOTHING);
            leading.take(id, null, IssueStep.START, TakeIssueStep.NOTHING);
            leading.take(id, null, IssueStep.VERIFY, TakeIssueStep.measured(BigDecimal.ONE, today, "四月"));
            leading.take(id, null, IssueStep.SUBMIT, TakeIssueStep.saying("冷却器已更换，请您认可。"));
            return id;
        });
    }

    private <T> T office(Supplier<T> work) {
        return Acting.as(Actor.system("test"), work);
    }

    private void state(TopIssueId id, String statement) {
        office(() -> {
            nominating.correct(id, null,
                    new NominateTopIssue("主轴停机", "停机", List.of(), null, null, null, List.of(), false), statement);
            return id;
        });
    }

    private TopIssueState state(TopIssueId id) {
        return office(() -> book.require(id)).state();
    }

    private String link(TopIssueId id) {
        return token(id, account.contact());
    }

    private String token(TopIssueId id, UUID contact) {
        return office(() -> offering.token(id, offering.offer(id, new ContactId(contact))));
    }

    private Browser open(String token) {
        var swapped = web.get().uri("/c/issue/" + token).exchange();
        assertThat(swapped).hasStatus3xxRedirection();
        var where = String.valueOf(swapped.getResponse().getRedirectedUrl());
        assertThat(where).as("the token is gone from the address").doesNotContain(token);
        var name = "top-" + where.substring(where.lastIndexOf('/') + 1);
        return new Browser(where, new Cookie(name, token));
    }

    /** Somebody with a link, without an account. */
    private final class Browser {

        private final String where;

        private final Cookie cookie;

        private final Cookie csrf;

        private final String token;

        private Browser(String where, Cookie cookie) {
            this.where = where;
            this.cookie = cookie;
            var first = page();
            this.csrf = Objects.requireNonNull(first.getResponse().getCookie("confirm-csrf"));
            var found = CSRF.matcher(new String(first.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
            assertThat(found.find()).isTrue();
            this.token = found.group(1);
        }

        MvcTestResult page() {
            return web.get().uri(where).header("Accept-Language", "en").cookie(cookie).exchange();
        }

        MvcTestResult send(String decision, String words) {
            return web.post()
                .uri(where)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header("Accept-Language", "en")
                .param("decision", decision)
                .param("words", words)
                .param("_csrf", token)
                .cookie(cookie, csrf)
                .exchange();
        }

    }

}
