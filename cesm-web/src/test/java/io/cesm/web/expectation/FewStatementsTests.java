package io.cesm.web.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.cesm.domain.support.Statements;
import io.cesm.expectation.CaptureExpectation;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.HandingOver;
import io.cesm.expectation.LoggingExpectations;
import io.cesm.web.support.People;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** How often busy pages ask the database, however much they show. */
@WebTest
@Import(Account.class)
class FewStatementsTests {

    /** Asked by these tests alone; browsers and programs are known for a second. */
    private static final String WHO_ASKS = "with me as";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private Account account;

    @Autowired
    private People people;

    @Autowired
    private LoggingExpectations logging;

    @Autowired
    private HandingOver handingOver;

    @Test
    void aRecordTakesTwoAndOneMoreForEachKindOfThingBesideIt() throws Exception {
        var world = account.open("两问记录");
        var id = captured(world, "备件两天内到现场");
        var browser = new Browser(web, world.csr());
        // the record, and its timeline
        assertThat(least(() -> browser.get("/expectations/" + id))).hasSize(2);

        people.as(world.csr(), () -> {
            handingOver.offer(id, world.ar(), "请接手");
            return id;
        });
        assertThat(browser.get("/expectations/" + id)).hasStatusOk().bodyText().contains("notice-box");
        // the offer, and for whom the reader stands in
        assertThat(least(() -> browser.get("/expectations/" + id))).hasSize(4);
    }

    @Test
    void aCustomerTakesFourWhateverWaitsThere() throws Exception {
        var world = account.open("四问客户");
        var browser = new Browser(web, world.csr());
        captured(world, "备件两天内到现场");
        captured(world, "夜班也要有人接");
        var page = "/customers/" + world.customer();

        // who they are with all that waits, the team, the levels, the timeline
        assertThat(least(() -> browser.get(page))).hasSize(4);
        assertThat(browser.get(page)).hasStatusOk()
            .bodyText()
            .contains("/expectations?customer=" + world.customer() + "\"");
        assertThat(new Browser(web, world.stranger()).get(page)).hasStatus(404);
    }

    @Test
    void deskAndBoardTakeTheSameHoweverMuchTheyShow() throws Exception {
        var world = account.open("忙碌客户");
        var browser = new Browser(web, world.csr());
        captured(world, "第一条");
        for (int i = 0; i < 30; i++) {
            captured(world, "又一条 " + i);
        }
        var pages = List.of("/work", "/expectations/board", "/expectations", "/customers");

        // the desk, all in one round: two for expectations and for lessons, one each for
        // complaints, TOP issues, follow-ups, checklists, work orders and visits due
        assertThat(pages).extracting(page -> least(() -> browser.get(page)).size()).containsExactly(10, 1, 1, 1);
        assertThat(browser.get("/expectations/board")).hasStatusOk().bodyText().contains("又一条 0");
        assertThat(least(() -> browser.get("/expectations?state=CAPTURED&flow=ITR&dimension=delivery"))).hasSize(1);
    }

    @Test
    void whatManyTypeIsAskedOnceASecondAndWhatIsWrittenIsFoundAtOnce() throws Exception {
        var world = account.open("速查机械");
        var stranger = new Browser(web, world.stranger());
        var browser = new Browser(web, world.csr());
        var word = "查" + UUID.randomUUID().toString().substring(0, 6);
        var typed = "/search/suggest?q=" + word;

        assertThat(browser.get(typed)).hasStatusOk().bodyText().doesNotContain("href=\"/expectations/");
        assertThat(least(() -> browser.get(typed))).isEmpty();

        assertThat(browser.post("/expectations/new")
            .param("verbatim", word + " 要当天回复")
            .param("customer", world.customer().toString())
            .param("contact", world.contact().toString())).hasStatus3xxRedirection();
        assertThat(browser.get(typed)).hasStatusOk().bodyText().contains("href=\"/expectations/");
        assertThat(stranger.get(typed)).hasStatusOk().bodyText().doesNotContain("href=\"/expectations/");
    }

    @Test
    void theGlobalSearchTakesOneOfEachKindInOneRoundHoweverMuchItFinds() throws Exception {
        var world = account.open("搜索客户");
        var browser = new Browser(web, world.csr());
        var word = "寻" + UUID.randomUUID().toString().substring(0, 6);
        for (int i = 0; i < 12; i++) {
            captured(world, word + " 第 " + i);
        }
        var turn = new AtomicInteger(); // what was found a moment ago is not asked again
        Supplier<MockMvcRequestBuilder> many = () -> browser
            .get("/search/suggest?q=" + word + " 第 " + turn.getAndIncrement() % 12);

        // customers, people, expectations, complaints, TOP issues, lessons
        assertThat(least(many)).hasSize(6);
        assertThat(least(() -> browser.get("/search/suggest?q=没有人写过" + turn.getAndIncrement()))).hasSize(6);
        assertThat(Statements.together(() -> browser.get("/search?q=" + word).exchange()))
            .filteredOn(it -> it.contains("from lesson l"))
            .singleElement(STRING)
            .contains("from customer c", "from contact k", "expectation e", "complaint c", "top_issue t");
    }

    private ExpectationId captured(Account.World world, String words) {
        return people.as(world.csr(),
                () -> logging.capture(CaptureExpectation.of(world.customer(), world.contact(), words)));
    }

    /**
     * What a request asks that follows another one: who is asking, and the frame, are
     * known for a second; the busiest machine does not sleep that long each time.
     */
    private static List<String> least(Supplier<MockMvcRequestBuilder> request) {
        List<String> least = null;
        for (int i = 0; i < 5; i++) {
            request.get().exchange();
            var heard = heard(request);
            least = least == null || heard.size() < least.size() ? heard : least;
        }
        return java.util.Objects.requireNonNull(least);
    }

    private static List<String> heard(Supplier<MockMvcRequestBuilder> request) {
        try {
            return Statements.of(() -> request.get().exchange())
                .stream()
                .filter(it -> !it.startsWith(WHO_ASKS))
                .toList();
        }
        catch (Exception ex) {
            throw new IllegalStateException(ex);
        }
    }

}
