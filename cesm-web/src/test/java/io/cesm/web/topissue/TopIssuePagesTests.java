package io.cesm.web.topissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;

import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.support.Statements;
import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.domain.topissue.TopIssueFilter;
import io.cesm.domain.topissue.TopIssueId;
import io.cesm.domain.topissue.TopIssueOrder;
import io.cesm.domain.topissue.TopIssueRegister;
import io.cesm.domain.topissue.TopIssueState;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class TopIssuePagesTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private FilingComplaints filing;

    @Autowired
    private TopIssueBook book;

    @Autowired
    private TopIssueRegister register;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    private Accounts.Made second = account;

    @BeforeEach
    void twoCustomers() {
        account = new Accounts(context).make();
        second = new Accounts(context).make();
    }

    @Test
    void comesFromComplaintsIsPlannedRejectedApprovedAndClosedOnPages() {
        var one = complain("三号线主轴过热停机");
        var two = complain("主轴又停了");
        assertThat(get("/complaints/" + one)).hasStatusOk().bodyText().contains("Make it a TOP issue");
        assertThat(get("/top-issues/new?record=" + one + "&record=" + two)).hasStatusOk()
            .bodyText()
            .contains("三号线主轴过热停机", "主轴又停了");
        var made = post("/top-issues/new").param("title", "主轴过热停机")
            .param("problem", "两次停机")
            .param("record", one)
            .param("record", two)
            .param("owner", account.csr().toString())
            .exchange();
        assertThat(made).hasStatus3xxRedirection();
        var here = String.valueOf(made.getResponse().getRedirectedUrl());
        assertThat(get("/complaints/" + one)).bodyText().contains("主轴过热停机", here);
        assertThat(attempt(here, "plan")).hasStatus(422).bodyText().contains("after the customer confirmed");
        step(here, "understand", "statement", "三号线主轴每月停机六次", "contact", account.contact().toString(), "channel",
                "VISIT", "on", today());
        assertThat(attempt(here, "plan")).as("skipping the gate")
            .hasStatus(422)
            .bodyText()
            .contains("Measure, value today and target are not complete");
        assertThat(form(here + "/plan", "kind", "KPI", "measure", "每月停机", "unit", "次", "baseline", "6", "target", "1",
                "stake", "停一小时二十万", "targetOn", "2031-01-01", "rhythmDays", "7", "checkWeeks", "6"))
            .hasStatus3xxRedirection();
        step(here, "plan");
        assertThat(attempt(here, "start")).hasStatus(422).bodyText().contains("Plan at least one task");
        assertThat(form(here + "/tasks/new", "title", "更换冷却器", "term", "SHORT", "owner", account.fr().toString(),
                "startsOn", "2030-01-01", "dueOn", "2030-01-20", "plannedCost", "80000"))
            .hasStatus3xxRedirection();
        var first = people.as(account.csr(), () -> book.tasks(id(here))).getFirst();
        assertThat(form(here + "/tasks/new", "title", "改选型表", "term", "LONG", "owner", account.fr().toString(),
                "startsOn", "2030-01-05", "dueOn", "2030-02-20", "after", first.id().toString()))
            .hasStatus3xxRedirection();
        var later = people.as(account.csr(), () -> book.tasks(id(here))).getLast();
        assertThat(
                form(here + "/tasks/" + first.id(), "title", "更换冷却器", "term", "SHORT", "owner", account.fr().toString(),
                        "startsOn", "2030-01-05", "dueOn", "2030-01-20", "after", later.id().toString()))
            .as("no circles")
            .hasStatus(422)
            .bodyText()
            .contains("would wait for itself");
        step(here, "start");
        assertThat(form(here + "/cause", "why1", "水温高", "why2", "选型按年均水温", "cause", "DESIGN", "rootCause", "选型表没有最高月"))
            .hasStatus3xxRedirection();
        assertThat(get("/insights/gaps/cases?source=TOP_ISSUE")).as("a case of the seven gaps")
            .hasStatusOk()
            .bodyText()
            .contains("主轴过热停机", here)
            .doesNotContain("??");
        step(here, "verify", "value", "1", "on", today(), "words", "四月停机记录");
        assertThat(get(here)).bodyText()
            .contains("Internally done", "every affected customer has approved", "水温高", "gantt");
        step(here, "submit", "words", "冷却器已更换，请您认可。");
        assertThat(attempt(here, "approve", "customer", account.customer().toString(), "contact",
                account.contact().toString(), "channel", "PHONE", "on", today()))
            .as("one's own work")
            .hasStatus(422)
            .bodyText()
            .contains("You lead it or submitted it");
        answer(here, "reject", "words", "上周又停了一次");
        assertThat(state(here)).isEqualTo(TopIssueState.IMPROVING);
        step(here, "verify", "value", "0", "on", today(), "words", "五月停机记录");
        step(here, "submit", "words", "已再次处理，请您认可。");
        answer(here, "approve", "words", "这次可以了");
        assertThat(attempt(here, "close")).hasStatus(422).bodyText().contains("Write down the lesson");
        step(here, "close", "lesson", "选型一律按最高月水温校核，并写入设计检查单。");
        assertThat(get(here)).bodyText().contains("上周又停了一次", "这次可以了", "recorded by", "选型一律按最高月");
        assertThat(get("/top-issues?view=all&q=T-2026")).hasStatusOk();
        step(here, "check", "value", "3", "on", today(), "words", "两个月后");
        assertThat(state(here)).as("came back").isEqualTo(TopIssueState.IMPROVING);
    }

    @Test
    void onlyTheOfficeCountsACustomerApartAndOthersSeeNothing() throws Exception {
        var made = post("/top-issues/new").param("title", "备件慢")
            .param("problem", "备件要三周")
            .param("customer", account.customer().toString())
            .exchange();
        var here = String.valueOf(made.getResponse().getRedirectedUrl());
        assertThat(attempt(here, "leave", "customer", account.customer().toString(), "words", "破产")).hasStatus(403);
        var office = people.hire(account.unit(), Role.OFFICE);
        assertThat(attemptAs(office, here, "leave", "customer", account.customer().toString(), "words", "客户已停业"))
            .hasStatus3xxRedirection();
        assertThat(get(here)).bodyText().contains("no longer a customer", "客户已停业");

        var stranger = new Api(context, second.csr());
        var id = here.substring(here.lastIndexOf('/') + 1);
        assertThat(stranger.get("/top-issues/" + id).andReturn().getResponse().getStatus()).isEqualTo(404);
        assertThat(status(stranger.post("/top-issues", """
                {"title": "x", "problem": "x", "customers": ["%s"]}""".formatted(account.customer())))).isEqualTo(404);
        var foreign = complain("不归你管");
        assertThat(status(stranger.post("/top-issues", """
                {"title": "x", "problem": "x", "customers": ["%s"], "records": ["%s"]}""".formatted(second.customer(),
                foreign))))
            .as("somebody else's record")
            .isEqualTo(404);
        var api = new Api(context, account.csr());
        var stale = api.post("/top-issues/" + id + "/steps/withdraw", 0, "{\"words\": \"重复\"}");
        assertThat(status(stale)).as("overtaken").isIn(200, 412);
        assertThat(Api.<List<?>>read(api.get("/top-issues?customer=" + account.customer()), "$.items")).hasSize(1);
    }

    @Test
    void theRegisterCostsTheSameHoweverLongItIs() throws Exception {
        for (int i = 0; i < 12; i++) {
            post("/top-issues/new").param("title", "问题 " + i)
                .param("problem", "第 " + i)
                .param("customer", account.customer().toString())
                .exchange();
        }
        assertThat(asked(10)).hasSameSizeAs(asked(3)).hasSize(1);
        for (var page : List.of("/top-issues", "/top-issues/filter", "/top-issues/new", "/top-issues?top=10",
                "/top-issues?late=true&sort=DUE", "/top-issues?untold=true", "/top-issues?check=true",
                "/top-issues/export.csv", "/customers/" + account.customer() + "?tab=top-issues", "/work",
                "/search?q=T-2026-000001")) {
            assertThat(get(page)).as(page).satisfies(it -> assertThat(it.getResponse().getStatus()).isLessThan(400));
        }
    }

    private List<String> asked(int size) {
        return people.as(account.csr(), () -> {
            try {
                return Statements.of(() -> register.slice(TopIssueFilter.ALL.open(), TopIssueOrder.NEWEST, size, null));
            }
            catch (Exception ex) {
                throw new IllegalStateException(ex);
            }
        });
    }

    private String complain(String words) {
        return people
            .as(account.csr(),
                    () -> filing.file(FileComplaint.of(new CustomerId(account.customer()),
                            new ContactId(account.contact()), words), List.of()))
            .toString();
    }

    private TopIssueState state(String here) {
        return people.as(account.csr(), () -> book.require(id(here))).state();
    }

    private static TopIssueId id(String here) {
        return TopIssueId.of(here.substring(here.lastIndexOf('/') + 1));
    }

    private String today() {
        return new Accounts(context).today().toString();
    }

    /**
     * The delivery manager, who neither leads nor submitted it, records what the customer
     * said.
     */
    private void answer(String here, String step, String... fields) {
        var all = new java.util.ArrayList<>(List.of("customer", account.customer().toString(), "contact",
                account.contact().toString(), "channel", "PHONE", "on", today()));
        all.addAll(List.of(fields));
        assertThat(attemptAs(account.fr(), here, step, all.toArray(String[]::new))).as(step).hasStatus3xxRedirection();
    }

    private void step(String here, String step, String... fields) {
        assertThat(attempt(here, step, fields)).as(step).hasStatus3xxRedirection();
    }

    private MvcTestResult attempt(String here, String step, String... fields) {
        return attemptAs(account.csr(), here, step, fields);
    }

    private MvcTestResult attemptAs(StaffId staff, String here, String step, String... fields) {
        return send(postAs(staff, here + "/steps/" + step), here, fields);
    }

    private MvcTestResult form(String path, String... fields) {
        var here = path.substring(0, path.indexOf('/', "/top-issues/".length()));
        return send(post(path), path.contains("/tasks/") ? null : here, fields);
    }

    private MvcTestResult send(MockMvcRequestBuilder request, String here, String... fields) {
        if (here != null) {
            request.param("version", String.valueOf(people.as(account.csr(), () -> book.require(id(here))).version()));
        }
        for (int i = 0; i + 1 < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static int status(org.springframework.test.web.servlet.ResultActions result) {
        return result.andReturn().getResponse().getStatus();
    }

    private MvcTestResult get(String path) {
        return web.get()
            .uri(URI.create(path))
            .header("Accept-Language", "en")
            .with(SignedIn.as(account.csr()))
            .exchange();
    }

    private MockMvcRequestBuilder post(String path) {
        return postAs(account.csr(), path);
    }

    private MockMvcRequestBuilder postAs(StaffId staff, String path) {
        return web.post()
            .uri(path)
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .header("Accept-Language", "en")
            .with(SignedIn.as(staff))
            .with(SecurityMockMvcRequestPostProcessors.csrf());
    }

}
