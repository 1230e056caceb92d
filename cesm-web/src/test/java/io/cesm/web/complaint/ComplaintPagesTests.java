package io.cesm.web.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.cesm.domain.calendar.CalendarBook;
import io.cesm.domain.complaint.ClockKind;
import io.cesm.domain.complaint.ClockState;
import io.cesm.domain.complaint.ComplaintBook;
import io.cesm.domain.complaint.ComplaintChannel;
import io.cesm.domain.complaint.ComplaintDetails;
import io.cesm.domain.complaint.ComplaintFilter;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.complaint.ComplaintOrder;
import io.cesm.domain.complaint.ComplaintRegister;
import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.complaint.HandlingComplaints;
import io.cesm.domain.complaint.HearingAgain;
import io.cesm.domain.complaint.Step;
import io.cesm.domain.complaint.TakeStep;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.support.Statements;
import io.cesm.domain.time.ScopedClock;
import io.cesm.domain.timeline.Subject;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@WebTest
class ComplaintPagesTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private FilingComplaints filing;

    @Autowired
    private HandlingComplaints handling;

    @Autowired
    private ComplaintBook book;

    @Autowired
    private ComplaintRegister register;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private HearingAgain hearing;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    @BeforeEach
    void aCustomer() {
        account = new Accounts(context).make();
    }

    @Test
    void isFiledAnsweredSolvedAgreedToAndClosedOnPages() {
        var filed = post("/complaints/new").param("contact", account.contact().toString())
            .param("verbatim", "主轴过热停机三次，产线停着。")
            .param("impact", "1")
            .param("urgency", "1")
            .param("channel", "PHONE")
            .param("kind", "COMPLAINT")
            .param("owner", account.csr().toString())
            .exchange();
        assertThat(filed).hasStatus3xxRedirection();
        var here = String.valueOf(filed.getResponse().getRedirectedUrl());
        assertThat(get(here)).hasStatusOk().bodyText().contains("主轴过热停机三次", "Grade 2", "First response", "Impact");
        step(here, "acknowledge", "words", "编号已告知", "channel", "PHONE");
        step(here, "start", "words", "");
        step(here, "contain", "words", "备机顶上");
        assertThat(attempt(here, "resolve", "words", "已修好", "channel", "PHONE")).hasStatus(422)
            .bodyText()
            .contains("Say where the cause lies");
        step(here, "resolve", "words", "已修好", "channel", "PHONE", "cause", "DESIGN", "rootCause", "冷却管径不足", "remedy",
                "更换加粗管路");
        assertThat(attempt(here, "close", "words", "")).hasStatus(422)
            .bodyText()
            .contains("when the customer has agreed");
        step(here, "confirm", "words", "可以了", "channel", "PHONE", "contact", account.contact().toString());
        assertThat(attempt(here, "close", "words", "")).as("grade 2, solved by the same")
            .hasStatus(422)
            .bodyText()
            .contains("closed by somebody else");
        assertThat(get(here)).bodyText().contains("recorded by", "冷却管径不足", "timeline-entry");
    }

    @Test
    void theFirstAnswerIsSuggestedInTheLanguageOfTheContactAndSaysSo() {
        var here = "/complaints/" + file("2") + "/steps/acknowledge";

        assertThat(get(here)).bodyText().contains("感谢您反映问题", "in Chinese: no language is noted");
        for (var language : Map.of("en", "will get back to you by", "zh", "感谢您反映问题").entrySet()) {
            jdbc.sql("update contact set language = :it where id = :id")
                .param("it", language.getKey())
                .param("id", account.contact())
                .update();
            assertThat(get(here)).bodyText().contains(language.getValue(), "the language of the contact.");
        }
        assertThat(attempt(here.replace("/steps/acknowledge", ""), "acknowledge", "words", "")).as("a refused try too")
            .hasStatus(422)
            .bodyText()
            .contains("the language of the contact.");
    }

    @Test
    void theAcknowledgementNamesWhenTheCustomerHearsAgainNotWhatItAnswersItself() {
        var start = Instant.parse("2026-03-10T01:00:00Z"); // a Tuesday, 09:00
        var id = at(start, () -> file("2"));
        var first = people.as(account.csr(), () -> book.require(id)).dueAt();
        var told = start.plus(Duration.ofMinutes(30));
        var promised = at(told, () -> people.as(account.csr(), () -> hearing.ifToldNow(book.require(id))));
        at(told, () -> take(id, Step.ACKNOWLEDGE, TakeStep.telling("已告知", ComplaintChannel.PHONE)));

        assertThat(promised).as("what the record is due at from then on")
            .isAfter(first)
            .isEqualTo(people.as(account.csr(), () -> book.require(id)).dueAt());
    }

    @Test
    void whatNobodyHasIsTakenByOneButton() {
        var wish = FileComplaint.of(new CustomerId(account.customer()), new ContactId(account.contact()), "主轴异响");
        var id = people.as(account.csr(), () -> filing.file(wish, List.of()));
        var here = "/complaints/" + id.id();
        assertThat(get(here)).bodyText().contains("I take care of it");
        var version = people.as(account.csr(), () -> book.require(id)).version();
        assertThat(post(here + "/owner").param("version", String.valueOf(version))
            .param("owner", account.csr().toString())
            .exchange()).hasStatus3xxRedirection();
        assertThat(get(here)).bodyText().doesNotContain("I take care of it");
        assertThat(people.as(account.csr(), () -> book.require(id)).owner()).extracting(ComplaintDetails.Person::id)
            .isEqualTo(account.csr());
    }

    @Test
    void clocksStopStandStillAndRunOn() {
        var start = Instant.parse("2026-03-10T01:00:00Z"); // a Tuesday, 09:00
        var id = at(start, () -> file("2"));
        at(start.plus(Duration.ofMinutes(30)),
                () -> take(id, Step.ACKNOWLEDGE, TakeStep.telling("已告知", ComplaintChannel.PHONE)));
        at(start.plus(Duration.ofMinutes(60)), () -> take(id, Step.START, TakeStep.NOTHING));
        at(start.plus(Duration.ofMinutes(90)), () -> take(id, Step.WAIT, TakeStep.saying("等样件")));

        var waiting = people.as(account.csr(), () -> book.require(id));
        assertThat(waiting.dueAt()).as("nothing is due while the customer is the slow one").isNull();
        assertThat(clock(id, ClockKind.FIRST_RESPONSE)).isEqualTo(ClockState.MET);
        assertThat(clock(id, ClockKind.RESOLUTION)).isEqualTo(ClockState.PAUSED);
        at(start.plus(Duration.ofDays(7)), () -> take(id, Step.RESUME, TakeStep.NOTHING));
        var resolution = people.as(account.csr(), () -> book.clocks(id))
            .stream()
            .filter(it -> it.kind() == ClockKind.RESOLUTION)
            .findFirst()
            .orElseThrow();
        var calendars = context.getBean(CalendarBook.class);
        assertThat(resolution.used()).isEqualTo(Duration.ofMinutes(90));
        assertThat(resolution.dueAt()).isEqualTo(calendars.time(calendars.require("cn"))
            .add(start.plus(Duration.ofDays(7)), resolution.target().minusMinutes(90)));
    }

    /** A notice names the customer, but only to somebody who may still see them. */
    @Test
    void aNoticeSaysWhomItIsAbout() {
        var id = file("2");
        var words = people.as(account.csr(), () -> book.require(id)).verbatim();
        var stranger = new Accounts(context).make().csr();
        for (var reader : List.of(account.fr(), stranger)) {
            people.as(account.csr(),
                    () -> context.getBean(TransactionTemplate.class)
                        .executeWithoutResult(status -> context.getBean(Notices.class)
                            .tell(reader, "COMPLAINT_ASSIGNED", new Subject("COMPLAINT", id.id(), "C-1", null),
                                    Map.of(), id + "-" + reader)));
        }
        assertThat(web.get().uri("/notices").with(SignedIn.as(account.fr()))).bodyText().contains(words);
        assertThat(web.get().uri("/notices").with(SignedIn.as(stranger))).bodyText()
            .contains("C-1")
            .doesNotContain(words);
    }

    @Test
    void whoeverWasOvertakenSeesBothVersionsAndLosesNothing() throws Exception {
        var filed = post("/complaints/new").param("contact", account.contact().toString())
            .param("verbatim", "交货晚了三天")
            .param("impact", "3")
            .param("urgency", "3")
            .param("channel", "PHONE")
            .param("kind", "COMPLAINT")
            .exchange();
        var here = String.valueOf(filed.getResponse().getRedirectedUrl());
        assertThat(corrected(here, "他人写下的内容")).hasStatus3xxRedirection();

        assertThat(corrected(here, "")).as("a mistake does not make the form younger")
            .hasStatus(422)
            .bodyText()
            .contains("name=\"version\" value=\"0\"");
        var late = corrected(here, "我写的内容");

        assertThat(late).hasStatus(409)
            .bodyText()
            .contains("Somebody else was faster", "<td>我写的内容</td><td>他人写下的内容</td>",
                    "What you typed is still in the fields", "name=\"version\" value=\"1\"")
            .containsPattern("<textarea[^>]*name=\"verbatim\"[^>]*>我写的内容</textarea>");
        var path = here.replaceFirst(".*/complaints/", "/complaints/");
        var api = new Api(context, account.csr());
        var program = api.put(path, 0, """
                {"customer": "%s", "contact": "%s", "verbatim": "程序写的内容"}""".formatted(account.customer(),
                account.contact()));
        assertThat(Api.<String>read(program, "$.code")).isEqualTo("stale");
        assertThat(Api.<String>read(program, "$.current.verbatim")).isEqualTo("他人写下的内容");
        assertThat(Api.<String>read(program, "$.sent.verbatim")).isEqualTo("程序写的内容");
        assertThat(Api.<Integer>read(program, "$.currentVersion")).isEqualTo(1);
    }

    private MvcTestResult corrected(String here, String verbatim) {
        return post(here + "/edit").param("contact", account.contact().toString())
            .param("version", "0")
            .param("subject", "交货")
            .param("verbatim", verbatim)
            .param("kind", "COMPLAINT")
            .param("channel", "PHONE")
            .exchange();
    }

    @Test
    void programsDoTheSameAndOthersSeeNothing() throws Exception {
        var api = new Api(context, account.csr());
        var made = api.post("/complaints", """
                {"customer": "%s", "contact": "%s", "verbatim": "交货晚了三天", "dimension": "delivery", "owner": "%s"}"""
            .formatted(account.customer(), account.contact(), account.csr()));
        var id = Api.<String>read(made, "$.id");
        assertThat(Api.<String>read(api.get("/complaints/" + id), "$.state")).isEqualTo("RECEIVED");
        var told = api.post("/complaints/" + id + "/steps/acknowledge", 0,
                "{\"words\": \"已告知\", \"channel\": \"PHONE\"}");
        assertThat(Api.<String>read(told, "$.state")).isEqualTo("ACKNOWLEDGED");
        var again = api.post("/complaints/" + id + "/steps/acknowledge", 0,
                "{\"words\": \"已告知\", \"channel\": \"PHONE\"}");
        assertThat(again.andReturn().getResponse().getStatus()).as("overtaken").isEqualTo(412);
        var stranger = new Api(context, new Accounts(context).make().csr());
        assertThat(stranger.get("/complaints/" + id).andReturn().getResponse().getStatus()).isEqualTo(404);
        assertThat(stranger.get("/complaints").andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8))
            .doesNotContain(id);
        var foreign = stranger.post("/complaints", """
                {"customer": "%s", "contact": "%s", "verbatim": "x"}""".formatted(account.customer(),
                account.contact()));
        assertThat(foreign.andReturn().getResponse().getStatus()).isEqualTo(404);
        assertThat(Api.<List<?>>read(api.get("/complaints/" + id + "/clocks"), "$")).hasSize(3);
        assertThat(Api.<String>read(api.get("/service-policies/trial?grade=1"), "$.deciding.calendar"))
            .isEqualTo("always");
    }

    @Test
    void theQueueCostsTheSameHoweverLongItIs() throws Exception {
        for (int i = 0; i < 30; i++) {
            file("3");
        }
        assertThat(askedFor(25)).hasSameSizeAs(askedFor(5)).hasSize(1);
        var first = people.as(account.csr(),
                () -> register.slice(ComplaintFilter.ALL, ComplaintOrder.NEWEST, 10, null));
        var second = people.as(account.csr(),
                () -> register.slice(ComplaintFilter.ALL, ComplaintOrder.NEWEST, 10, first.next()));
        assertThat(second.items()).hasSize(10).doesNotContainAnyElementsOf(first.items());
        for (var page : List.of("/complaints", "/complaints/board", "/complaints?owner=me&sort=DUE",
                "/complaints/filter", "/complaints/new", "/complaints/grading", "/complaints/policies",
                "/complaints/export.csv", "/customers/" + account.customer() + "?tab=complaints", "/work",
                "/complaints?q=主轴&grade=4&state=RECEIVED")) {
            assertThat(get(page)).as(page).hasStatusOk();
        }
    }

    /** What is asked once it is known who asks. */
    private List<String> askedFor(int size) {
        return people.as(account.csr(), () -> {
            try {
                return Statements.of(() -> register.slice(ComplaintFilter.ALL.open(), ComplaintOrder.DUE, size, null));
            }
            catch (Exception ex) {
                throw new IllegalStateException(ex);
            }
        });
    }

    private ComplaintId file(String impact) {
        var wish = FileComplaint.of(new CustomerId(account.customer()), new ContactId(account.contact()), "主轴异响");
        return people.as(account.csr(),
                () -> filing.file(new FileComplaint(wish.kind(), wish.customer(), wish.contact(), null, wish.verbatim(),
                        ComplaintChannel.PHONE, null, null, null, null, null, Integer.parseInt(impact), 3, false,
                        account.csr(), false), List.of()));
    }

    private ComplaintId take(ComplaintId id, Step step, TakeStep wish) {
        people.as(account.csr(), () -> {
            handling.take(id, null, step, wish);
            return id;
        });
        return id;
    }

    private ClockState clock(ComplaintId id, ClockKind kind) {
        return people.as(account.csr(), () -> book.clocks(id))
            .stream()
            .filter(it -> it.kind() == kind)
            .findFirst()
            .orElseThrow()
            .state();
    }

    private static <T> T at(Instant moment, Supplier<T> work) {
        return ScopedClock.at(moment, work);
    }

    private void step(String here, String step, String... fields) {
        assertThat(attempt(here, step, fields)).as(step).hasStatus3xxRedirection();
    }

    private MvcTestResult attempt(String here, String step, String... fields) {
        var id = ComplaintId.of(here.substring(here.lastIndexOf('/') + 1));
        var version = people.as(account.csr(), () -> book.require(id)).version();
        var request = post(here + "/steps/" + step).param("version", String.valueOf(version));
        for (int i = 0; i + 1 < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult get(String path) {
        return web.get()
            .uri(URI.create(path.replace("主轴", "%E4%B8%BB%E8%BD%B4")))
            .header("Accept-Language", "en")
            .with(SignedIn.as(account.csr()))
            .exchange();
    }

    private MockMvcRequestBuilder post(String path) {
        return web.post()
            .uri(path)
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .header("Accept-Language", "en")
            .with(SignedIn.as(account.csr()))
            .with(SecurityMockMvcRequestPostProcessors.csrf());
    }

}
