package io.cesm.web.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import io.cesm.domain.people.StaffId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.expectation.CaptureExpectation;
import io.cesm.expectation.ConflictBook;
import io.cesm.expectation.ExpectationBook;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.ExpectationState;
import io.cesm.expectation.LoggingExpectations;
import io.cesm.web.support.People;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@WebTest
@Import(Account.class)
class ExpectationPagesTests {

    private static final String HOSTILE = "<script>alert(1)</script> ${7*7} {{x}} \"onload=\"";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private Account account;

    @Autowired
    private People people;

    @Autowired
    private LoggingExpectations logging;

    @Autowired
    private ConflictBook conflicts;

    @Autowired
    private ExpectationBook book;

    private final Map<StaffId, Browser> browsers = new HashMap<>();

    private MockMvcRequestBuilder get(StaffId who, String uri) {
        return browser(who).get(uri);
    }

    private MockMvcRequestBuilder post(StaffId who, String uri) {
        return browser(who).post(uri);
    }

    private Browser browser(StaffId who) {
        return browsers.computeIfAbsent(who, it -> new Browser(web, it));
    }

    private ExpectationId captured(Account.World world, String words) {
        return people.as(world.csr(),
                () -> logging.capture(CaptureExpectation.of(world.customer(), world.contact(), words)));
    }

    @Test
    void leadsFromTheWordsToTheCustomersConfirmation() {
        var world = account.open("鸿远重工");
        assertThat(get(world.csr(), "/expectations/new?customer=" + world.customer())).hasStatusOk();
        assertThat(post(world.csr(), "/expectations/new").param("verbatim", "备件要两天内到现场")
            .param("customer", world.customer().toString())
            .param("contact", world.contact().toString())
            .param("dimension", "delivery")).hasStatus3xxRedirection();
        assertThat(get(world.csr(), "/expectations")).hasStatusOk().bodyText().contains("备件要两天内到现场");
        var id = captured(world, "电话要当天回复");
        var record = "/expectations/" + id;
        for (var page : new String[] { "", "?edit=words", "?edit=kind", "?edit=rival", "?edit=due", "/clarify",
                "/withdraw", "/merge" }) {
            assertThat(get(world.csr(), record + page)).as(page).hasStatusOk().bodyText().doesNotContain("??");
        }
        assertThat(post(world.csr(), record + "/clarify").param("measure", "回复小时数")
            .param("expectedLevel", "70")
            .param("wantedOn", "2099-12-31")
            .param("checkedWith", world.contact().toString())
            .param("dimension", "service_response")
            .param("version", version(world, id))).hasStatus3xxRedirection();
        for (var page : new String[] { "/commit", "/adjust", "/decline" }) {
            assertThat(get(world.ar(), record + page)).as(page).hasStatusOk().bodyText().doesNotContain("??");
            assertThat(get(world.csr(), record + page)).as(page).hasStatus(403);
        }
        assertThat(post(world.ar(), record + "/commit").param("owner", world.ar().toString())
            .param("committedLevel", "70")
            .param("committedOn", "2099-12-01")
            .param("version", version(world, id))).hasStatus3xxRedirection();
        assertThat(get(world.ar(), record + "/deliver")).hasStatusOk();
        assertThat(post(world.ar(), record + "/deliver").param("deliveredLevel", "65")
            .param("evidence", "回访记录")
            .param("version", version(world, id))).hasStatus3xxRedirection();
        assertThat(get(world.csr(), record + "/confirm")).hasStatusOk().bodyText().doesNotContain("??");
        assertThat(get(world.csr(), record + "/not-met")).hasStatusOk().bodyText().doesNotContain("??");
        assertThat(post(world.csr(), record + "/confirm").param("perceivedLevel", "80")
            .param("answeredOn", today(world, id))
            .param("contact", world.contact().toString())
            .param("channel", "PHONE")
            .param("version", version(world, id))).hasStatus3xxRedirection();
        assertThat(get(world.csr(), record)).hasStatusOk().bodyText().contains("代记").doesNotContain("??");
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsMissing() {
        var world = account.open("远山电气");
        var id = captured(world, "交付要准时");
        assertThat(post(world.csr(), "/expectations/" + id + "/clarify").param("measure", "准时率")
            .param("wantedOn", "2099-12-31")
            .param("checkedWith", world.contact().toString())
            .param("dimension", "delivery")
            .param("version", version(world, id))).hasStatus(422)
            .bodyText()
            .contains("准时率", "请填写期望水平", "value=\"2099-12-31\"");
    }

    /**
     * Two windows, one record: the second is told what the first wrote, and loses
     * nothing.
     */
    @Test
    void saysWhoWasFasterWhereFactsAreEditedOnTheRecord() {
        var world = account.open("巫山电气");
        var id = captured(world, "交付要准时");
        var words = "/expectations/" + id + "/words";
        var version = version(world, id);
        for (var window : new String[] { "第一个窗口写的", "第二个窗口写的" }) {
            var answer = assertThat(post(world.csr(), words).param("verbatim", "交付要准时")
                .param("understood", window)
                .param("contact", world.contact().toString())
                .param("saidOn", java.time.LocalDate.now(CompanyTime.ZONE).toString())
                .param("version", version));
            if (window.startsWith("第一")) {
                answer.hasStatus3xxRedirection();
            }
            else {
                answer.hasStatus(409).bodyText().contains("overtaken", "第一个窗口写的", "第二个窗口写的").doesNotContain("??");
            }
        }
    }

    @Test
    void whoIsRefusedALowerPromiseGoesOnWithWhatTheyTyped() {
        var world = account.open("瞿塘电气");
        var id = captured(world, "交付要准时");
        var record = "/expectations/" + id;
        assertThat(post(world.csr(), record + "/clarify").param("measure", "准时率")
            .param("expectedLevel", "90")
            .param("wantedOn", "2099-12-31")
            .param("checkedWith", world.contact().toString())
            .param("dimension", "delivery")
            .param("version", version(world, id))).hasStatus3xxRedirection();
        assertThat(post(world.ar(), record + "/commit").param("owner", world.ar().toString())
            .param("committedLevel", "70")
            .param("committedOn", "2099-12-01")
            .param("version", version(world, id))).hasStatus(422).bodyText().contains("committedLevel=70");
        assertThat(get(world.ar(), record + "/adjust?committedLevel=70&committedOn=2099-12-01&owner=&committedValue="))
            .hasStatusOk()
            .bodyText()
            .contains("value=\"70\"", "value=\"2099-12-01\"");
    }

    @Test
    void asksForTheDimensionAndTakesThatNoneFits() {
        var world = account.open("长风重机");
        var id = captured(world, "希望多来看看我们");
        var record = "/expectations/" + id;
        assertThat(get(world.csr(), record)).bodyText().contains("尚未选择质量维度", "选择维度");
        assertThat(clarified(world, id, "")).hasStatus(422);
        assertThat(clarified(world, id, "-")).hasStatus3xxRedirection();
        assertThat(get(world.csr(), record)).bodyText()
            .contains("不属于任何质量维度，不计入客户的四级水平。")
            .doesNotContain("尚未选择质量维度", "??");
        assertThat(get(world.csr(), record + "/clarify")).bodyText().contains("value=\"-\" selected");
        assertThat(post(world.csr(), record + "/kind").param("dimension", "service_response")
            .param("version", version(world, id))).hasStatus3xxRedirection();
        assertThat(get(world.csr(), record)).bodyText().doesNotContain("不计入");
    }

    private MvcTestResult clarified(Account.World world, ExpectationId id, String dimension) {
        return post(world.csr(), "/expectations/" + id + "/clarify").param("measure", "每季度来访次数")
            .param("expectedLevel", "70")
            .param("wantedOn", "2099-12-31")
            .param("checkedWith", world.contact().toString())
            .param("dimension", dimension)
            .param("version", version(world, id))
            .exchange();
    }

    @Test
    void showsBothVersionsToWhoeverWasSlower() {
        var world = account.open("北辰钢铁");
        var id = captured(world, "交付要准时");
        var version = version(world, id);
        assertThat(post(world.csr(), "/expectations/" + id + "/kind").param("dimension", "delivery")
            .param("version", version)).hasStatus3xxRedirection();
        assertThat(post(world.csr(), "/expectations/" + id + "/withdraw").param("because", "不需要了")
            .param("version", version)).hasStatus(409).bodyText().contains("不需要了", "有人修改");
        assertThat(people.as(world.csr(), () -> book.require(id)).state()).isEqualTo(ExpectationState.CAPTURED);
    }

    @Test
    void actsOnceWhenAFormIsSentTwice() {
        var world = account.open("东海港务");
        for (int i = 0; i < 2; i++) {
            assertThat(post(world.csr(), "/expectations/new").param("verbatim", "泊位信息要实时")
                .param("customer", world.customer().toString())
                .param("contact", world.contact().toString())
                .param("_nonce", "the-same-form-twice-0001")).hasStatus3xxRedirection();
        }
        assertThat(get(world.csr(), "/expectations/count?customer=" + world.customer())).bodyText().contains(">1<");
    }

    @Test
    void isNotThereForOtherTeams() {
        var world = account.open("南岭矿业");
        var id = captured(world, "秘密的期望");
        for (var page : new String[] { "", "/clarify", "/withdraw", "/merge" }) {
            assertThat(get(world.stranger(), "/expectations/" + id + page)).as(page).hasStatus(404);
        }
        assertThat(post(world.stranger(), "/expectations/" + id + "/comment").param("words", "x")).hasStatus(404);
        assertThat(get(world.stranger(), "/expectations?view=all")).bodyText().doesNotContain("秘密的期望");
        assertThat(post(world.stranger(), "/expectations/new").param("verbatim", "插队")
            .param("customer", world.customer().toString())
            .param("contact", world.contact().toString())).hasStatus(404);
    }

    @Test
    void writesHostileTextAsText() {
        var world = account.open("西陵船厂");
        var id = captured(world, HOSTILE);
        for (var uri : new String[] { "/expectations", "/expectations/" + id, "/expectations/" + id + "?edit=words" }) {
            assertThat(get(world.csr(), uri)).bodyText()
                .contains("&lt;script&gt;alert(1)")
                .contains("${7*7}")
                .doesNotContain("<script>alert(1)");
        }
    }

    @Test
    void refusesFieldsNobodyAskedFor() {
        var world = account.open("中原电建");
        var id = captured(world, "交付要准时");
        assertThat(post(world.csr(), "/expectations/" + id + "/withdraw").param("because", "x")
            .param("state", "CONFIRMED")
            .param("version", version(world, id))).hasStatus(400);
    }

    @Test
    void offersTheCustomersThatFitWhenNoneWasPicked() {
        var world = account.open("长河水务甲");
        assertThat(post(world.csr(), "/expectations/new").param("verbatim", "水质报告要按月给")
            .param("customerText", "没有这家")
            .param("contactText", "林总")).hasStatus(422).bodyText().contains("水质报告要按月给", "没有找到");
    }

    @Test
    void passesOnAsAHandshake() {
        var world = account.open("汉江造纸");
        var id = captured(world, "交付要准时");
        var path = "/expectations/" + id + "/hand-over";
        assertThat(get(world.csr(), path)).hasStatusOk().bodyText().doesNotContain("??");
        assertThat(post(world.ar(), path).param("receiver", world.csr().toString()).param("note", "请接手"))
            .hasStatus(422);
        assertThat(post(world.ar(), path).param("receiver", world.ar().toString()).param("note", "请接手"))
            .hasStatus3xxRedirection();
        assertThat(post(world.csr(), path + "/accept")).hasStatus(422);
        assertThat(get(world.ar(), path)).hasStatusOk().bodyText().contains("请接手").doesNotContain("??");
        assertThat(post(world.ar(), path + "/refuse")).hasStatus(422);
        assertThat(post(world.ar(), path + "/accept")).hasStatus3xxRedirection();
        assertThat(people.as(world.ar(), () -> book.require(id)).owner()).isEqualTo(world.ar());
    }

    @Test
    void showsBoardCalendarConflictsAndRequirements() {
        var world = account.open("太行重机");
        var id = captured(world, "交付要准时");
        for (var page : new String[] { "/expectations/board", "/expectations/board?owner=me", "/expectations/calendar",
                "/expectations/calendar?month=2026-02&owner=me", "/expectations/conflicts",
                "/expectations/conflicts?state=RESOLVED", "/expectations/requirements", "/expectations/filter",
                "/expectations?view=all&sort=DUE&state=CAPTURED&state=CLARIFIED&age=7&flow=LTC&tier=3&overdue=true&q=x",
                "/expectations/bulk?id=" + id, "/expectations/" + id + "/requirements/new" }) {
            assertThat(get(world.csr(), page)).as(page).hasStatusOk().bodyText().doesNotContain("??");
        }
        assertThat(post(world.csr(), "/expectations/" + id + "/requirements/new").param("title", "准时交付看板")
            .param("statement", "系统显示每单的预计到货日")).hasStatus3xxRedirection();
        assertThat(get(world.csr(), "/expectations/" + id)).bodyText().contains("准时交付看板");
        assertThat(get(world.csr(), "/expectations/requirements")).bodyText().contains("准时交付看板");
        assertThat(get(world.stranger(), "/expectations/requirements")).bodyText().doesNotContain("准时交付看板");
    }

    @Test
    void showsSimilarAndConflictingOnesWhileTyping() {
        var world = account.open("赣江轴承");
        var other = account.contact(world.customer(), "王工");
        people.as(world.csr(),
                () -> logging.capture(new CaptureExpectation(world.customer(), world.contact(), "备件要两天内到现场", null, null,
                        null, null, null, new io.cesm.expectation.Classification("delivery", null, null, null),
                        io.cesm.expectation.Target.ofLevel(null, new java.math.BigDecimal(90), null), null, null,
                        false)));
        assertThat(post(world.csr(), "/expectations/new/hints").param("customer", world.customer().toString())
            .param("contact", other.toString())
            .param("verbatim", "备件")
            .param("dimension", "delivery")
            .param("expectedLevel", "60")).hasStatusOk().bodyText().contains("可能已登记", "与以下期望冲突");
        assertThat(post(world.csr(), "/expectations/new").param("verbatim", "备件一周到就行")
            .param("customer", world.customer().toString())
            .param("contact", other.toString())
            .param("dimension", "delivery")
            .param("expectedLevel", "60")).hasStatus3xxRedirection();
        assertThat(get(world.csr(), "/expectations/conflicts")).bodyText().contains("备件一周到就行").doesNotContain("??");
        assertThat(get(world.stranger(), "/expectations/conflicts")).bodyText().doesNotContain("备件一周到就行");
        var conflict = people.as(world.csr(),
                () -> conflicts.slice(io.cesm.expectation.ConflictState.OPEN, world.customer(), 5, null)
                    .items()
                    .getFirst());
        var page = "/expectations/conflicts/" + conflict.id();
        assertThat(get(world.csr(), page)).hasStatusOk().bodyText().doesNotContain("??");
        assertThat(post(world.csr(), page).param("chosen", conflict.first().id().toString())
            .param("decidedBy", world.contact().toString())
            .param("decision", "以总经理的要求为准")
            .param("toldOn", java.time.LocalDate.now(CompanyTime.ZONE).toString())
            .param("toldBy", world.csr().toString())
            .param("toldContact", other.toString())
            .param("toldChannel", "PHONE")
            .param("version", "0")).hasStatus3xxRedirection();
        assertThat(get(world.csr(), "/expectations/" + conflict.first().id())).bodyText()
            .contains("以总经理的要求为准")
            .doesNotContain("??");
    }

    @Test
    void changesManyAndSaysWhatBecameOfEach() {
        var world = account.open("洞庭机床");
        var id = captured(world, "交付要准时");
        assertThat(post(world.csr(), "/expectations/bulk")
            .param("id", id.toString(), java.util.UUID.randomUUID().toString())
            .param("dueOn", "2099-05-01")).hasStatusOk().bodyText().contains("已修改", "未修改");
        assertThat(people.as(world.csr(), () -> book.require(id)).dueOn()).hasToString("2099-05-01");
    }

    @Test
    void exportsTheViewWithItsFiltersAndWithoutFormulas() {
        var world = account.open("嘉陵电机");
        captured(world, "=HYPERLINK(1)");
        captured(world, "另一条");
        assertThat(get(world.csr(), "/expectations/export.csv?q=hyperlink")).hasStatusOk()
            .bodyText()
            .contains("'=HYPERLINK(1)")
            .doesNotContain("另一条");
        assertThat(get(world.csr(), "/expectations/export.xlsx")).hasStatusOk();
        assertThat(get(world.stranger(), "/expectations/export.csv")).bodyText().doesNotContain("另一条");
    }

    private String version(Account.World world, ExpectationId id) {
        return String.valueOf(people.as(world.csr(), () -> book.require(id)).version());
    }

    private String today(Account.World world, ExpectationId id) {
        var delivery = people.as(world.csr(), () -> book.require(id)).delivery();
        return CompanyTime.dayOf(java.util.Objects.requireNonNull(delivery).at()).toString();
    }

}
