package io.cesm.web.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintState;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.complaint.GradingComplaints;
import io.cesm.domain.complaint.HandlingComplaints;
import io.cesm.domain.complaint.IncidentBook;
import io.cesm.domain.complaint.LeadingIncidents;
import io.cesm.domain.complaint.SplittingComplaints;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.complaint.TakeStep;
import io.cesm.domain.complaint.TellingIncidents;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class ManyComplaintsTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private HandlingComplaints handling;

    @Autowired
    private ComplaintBook book;

    @Autowired
    private LeadingIncidents leading;

    @Autowired
    private JdbcClient jdbc;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    @BeforeEach
    void aCustomer() {
        account = new Accounts(context).make();
    }

    @Test
    void oneIncidentIsToldToEverybodyOnceAndSolvedTogether() {
        var first = working("冷却泵停机");
        var second = working("泵又停了");
        var fresh = file("同样的问题");
        reach("zhou@hongyuan.example");
        var opened = post("/complaints/incidents", "title", "冷却泵批次缺陷", "words", "三月批次密封失效");
        assertThat(opened).hasStatus3xxRedirection();
        var at = String.valueOf(opened.getResponse().getRedirectedUrl());
        var incident = UUID.fromString(at.substring(at.lastIndexOf('/') + 1));
        var gathered = post("/complaints/bulk", "id", first.toString(), "id", second.toString(), "id", fresh.toString(),
                "id", UUID.randomUUID().toString(), "incident", incident.toString());
        assertThat(gathered).hasStatusOk().bodyText().contains("not there").doesNotContain("??");
        var here = "/complaints/incidents/" + incident;
        assertThat(post(here + "/messages", "zh", "{{contact}}：{{nobody}}", "send", "false")).hasStatus(422);
        assertThat(post(here + "/messages", "zh", "{{contact}}，编号 {{number}} 的泵明天更换。", "send", "false")).hasStatusOk()
            .bodyText()
            .contains("周工，编号 C-", "Tell these 3")
            .doesNotContain("??");
        assertThat(messages(first)).isZero();
        assertThat(post(here + "/messages", "zh", "{{contact}}，编号 {{number}} 的泵明天更换。", "send", "true"))
            .hasStatus3xxRedirection();
        var telling = context.getBean(TellingIncidents.class);
        telling.tell();
        telling.tell();
        for (var id : List.of(first, second, fresh)) {
            assertThat(messages(id)).isEqualTo(1);
        }
        var told = people.as(account.csr(), () -> context.getBean(IncidentBook.class).told(incident)).getFirst();
        assertThat(told.mailed()).isEqualTo(3);
        assertThat(told.waiting()).isZero();
        var solved = post(here + "/solution", "id", first.toString(), "id", second.toString(), "id", fresh.toString(),
                "cause", "DESIGN", "rootCause", "密封圈材料不耐高温", "remedy", "更换批次", "words", "已更换", "channel", "PHONE");
        assertThat(solved).hasStatusOk().bodyText().contains("left as it is").doesNotContain("??");
        assertThat(state(first)).isEqualTo(ComplaintState.RESOLVED);
        assertThat(state(second)).isEqualTo(ComplaintState.RESOLVED);
        assertThat(state(fresh)).as("nobody has worked on it").isEqualTo(ComplaintState.RECEIVED);
        assertThat(post(here + "/close", "version", "0")).as("its complaints are open").hasStatus(422);
        assertThat(page(here)).hasStatusOk().bodyText().doesNotContain("??");
        assertThat(page("/complaints/incidents")).hasStatusOk().bodyText().contains("冷却泵批次缺陷").doesNotContain("??");
        assertThat(page("/complaints/" + first)).hasStatusOk().bodyText().contains("冷却泵批次缺陷").doesNotContain("??");
    }

    @Test
    void othersSeeThatThereIsAnIncidentAndNothingOfItsCustomers() {
        var mine = file("泵停机");
        var incident = people.as(account.csr(), () -> {
            var id = leading.open("泵批次", "密封", false);
            leading.attach(id, mine);
            return id;
        });
        var stranger = new Accounts(context).make();
        var seen = web.get()
            .uri("/complaints/incidents/" + incident)
            .header("Accept-Language", "en")
            .with(SignedIn.as(stranger.csr()))
            .exchange();
        assertThat(seen).hasStatusOk().bodyText().doesNotContain("周工", mine.toString());
        var forced = web.post()
            .uri("/complaints/bulk")
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .param("id", mine.toString())
            .param("words", "x")
            .with(SignedIn.as(stranger.csr()))
            .with(SecurityMockMvcRequestPostProcessors.csrf())
            .exchange();
        assertThat(forced).hasStatusOk();
        assertThat(people.as(account.csr(), () -> book.messages(mine))).isEmpty();
    }

    @Test
    void manyAreChangedAndEachSaysWhatBecameOfIt() {
        var free = file("没人管的");
        var held = working("有人管的");
        var ended = file("撤回的");
        people.as(account.csr(), () -> {
            handling.take(ended, null, Step.WITHDRAW, TakeStep.saying("不需要了"));
            return ended;
        });
        var done = post("/complaints/bulk", "id", free.toString(), "id", held.toString(), "id", ended.toString(),
                "owner", account.fr().toString(), "watch", "true", "words", "统一跟进");
        assertThat(done).hasStatusOk();
        assertThat(new String(done.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).split("chip-ok"))
            .hasSize(3);
        assertThat(people.as(account.csr(), () -> Objects.requireNonNull(book.require(free).owner()).id()))
            .isEqualTo(account.fr());
        assertThat(people.as(account.csr(), () -> Objects.requireNonNull(book.require(held).owner()).id()))
            .as("whoever has it keeps it until the other accepts")
            .isEqualTo(account.csr());
        assertThat(page("/complaints/bulk?id=" + free)).hasStatusOk().bodyText().doesNotContain("??");
        assertThat(page("/complaints")).hasStatusOk().bodyText().contains("Change the selected");
    }

    @Test
    void everyFigureLeadsToItsComplaintsAndNewOnesAreToldQuietly() {
        var before = java.time.Instant.now().minusSeconds(5);
        file("刚来的");
        assertThat(page("/complaints/ageing")).hasStatusOk()
            .bodyText()
            .contains("/complaints?state=RECEIVED&amp;receivedFrom=")
            .doesNotContain("??");
        var today = new Accounts(context).today();
        assertThat(page("/complaints?state=RECEIVED&receivedFrom=" + today + "&receivedTo=" + today)).hasStatusOk()
            .bodyText()
            .contains("刚来的");
        assertThat(page("/complaints?receivedFrom=&receivedTo=" + today.minusDays(31))).hasStatusOk()
            .bodyText()
            .doesNotContain("刚来的");
        assertThat(page("/complaints/customers")).hasStatusOk()
            .bodyText()
            .contains("/complaints?customer=" + account.customer())
            .doesNotContain("??");
        assertThat(page("/complaints/news?since=" + before)).hasStatusOk()
            .bodyText()
            .contains("1 new", "every 30s")
            .doesNotContain("刚来的");
        assertThat(page("/complaints/news?grade=1&since=" + before)).hasStatusOk().bodyText().doesNotContain("1 new");
        assertThat(page("/complaints")).bodyText().contains("hx-get=\"/complaints/news?since=");
    }

    @Test
    void aComplaintOfTwoMattersIsSplit() {
        var whole = working("泵停机，另外发票也错了");
        assertThat(page("/complaints/" + whole + "/split")).hasStatusOk().bodyText().doesNotContain("??");
        var split = post("/complaints/" + whole + "/split", "words", "发票金额错了", "kind", "COMPLAINT", "impact", "4",
                "urgency", "4");
        assertThat(split).hasStatus3xxRedirection();
        var part = people.as(account.csr(), () -> context.getBean(SplittingComplaints.class).parts(whole)).getFirst();
        assertThat(page("/complaints/" + part.id())).bodyText().contains("Taken out of", "发票金额错了");
        assertThat(people.as(account.csr(), () -> book.clocks(part.id()))).isNotEmpty();
        assertThat(state(whole)).isEqualTo(ComplaintState.IN_PROGRESS);
    }

    @Test
    void sixtyFourPeopleEditOneComplaintAndNoChangeIsLost() throws Exception {
        var id = file("大家都在改");
        var version = people.as(account.csr(), () -> book.require(id).version());
        var won = new AtomicInteger();
        var lost = new AtomicInteger();
        var start = new CountDownLatch(1);
        try (var crowd = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 64; i++) {
                int urgency = 1 + i % 4;
                crowd.submit(() -> {
                    start.await();
                    try {
                        people.as(account.csr(), () -> {
                            context.getBean(GradingComplaints.class)
                                .regrade(id, version, 2, urgency == 3 ? 2 : urgency, true);
                            return id;
                        });
                        won.incrementAndGet();
                    }
                    catch (StaleVersion | OptimisticLockingFailureException overtaken) {
                        lost.incrementAndGet();
                    }
                    return true;
                });
            }
            start.countDown();
        }
        assertThat(won.get()).as("one wins").isEqualTo(1);
        assertThat(lost.get()).as("all others are told").isEqualTo(63);
        assertThat(people.as(account.csr(), () -> book.require(id).version())).isEqualTo(version + 1);
    }

    private ComplaintId file(String words) {
        return people.as(account.csr(),
                () -> context.getBean(FilingComplaints.class)
                    .file(FileComplaint.of(new CustomerId(account.customer()), new ContactId(account.contact()), words),
                            List.of()));
    }

    private ComplaintId working(String words) {
        var id = file(words);
        people.as(account.csr(), () -> {
            handling.assign(id, null, account.csr());
            handling.take(id, null, Step.ACKNOWLEDGE, TakeStep.telling("已登记", ComplaintChannel.PHONE));
            handling.take(id, null, Step.START, TakeStep.NOTHING);
            return id;
        });
        return id;
    }

    private long messages(ComplaintId id) {
        return people.as(account.csr(), () -> book.messages(id))
            .stream()
            .filter(it -> it.words().contains("明天更换"))
            .count();
    }

    private ComplaintState state(ComplaintId id) {
        return people.as(account.csr(), () -> book.require(id)).state();
    }

    private void reach(String mail) {
        jdbc.sql(
                "insert into contact_point (id, contact_id, kind, value, normal, created_at) values (?, ?, 'EMAIL', ?, ?, now())")
            .params(UUID.randomUUID(), account.contact(), mail, mail)
            .update();
    }

    private MvcTestResult page(String path) {
        return web.get().uri(path).header("Accept-Language", "en").with(SignedIn.as(account.csr())).exchange();
    }

    private MvcTestResult post(String path, String... fields) {
        var request = web.post()
            .uri(path)
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .header("Accept-Language", "en")
            .with(SignedIn.as(account.csr()))
            .with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i + 1 < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

}
