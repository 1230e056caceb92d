package io.cesm.web.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.support.Statements;
import io.cesm.domain.time.CompanyTime;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class InsightPagesTests {

    private static final LocalDate TODAY = LocalDate.now(CompanyTime.ZONE);

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private StaffId manager;

    private UUID ours;

    @BeforeEach
    void fiveExpectationsOfOursAndManyOfOthers() {
        var unit = people.company();
        manager = people.hire(unit, Role.MANAGER);
        ours = customer("鸿远重工", unit.id());
        customer("静默客户", unit.id());
        var said = contact(ours, "2.00");
        expectation(ours, said, "CAPTURED", 3, null, null);
        expectation(ours, said, "CAPTURED", 40, -1, null);
        expectation(ours, said, "COMMITTED", 100, -5, null);
        expectation(ours, said, "NOT_MET", 20, 9, "60");
        expectation(ours, said, "CONFIRMED", 300, -200, "75");
        var theirs = customer("别家机密", people.company().id());
        var stranger = contact(theirs, "1.00");
        for (int i = 0; i < 7; i++) {
            expectation(theirs, stranger, "NOT_MET", 500, -9, "1");
        }
    }

    @Test
    void countsWhatIsOursAndNothingElse() {
        var picture = assertThat(get("/api/v1/insights/expectations")).hasStatusOk().bodyJson();
        picture.extractingPath("$.ageing.rows[0].n").isEqualTo(4);
        picture.extractingPath("$.ageing.rows[0].p50").isEqualTo(20);
        picture.extractingPath("$.ageing.rows[0].p90").isEqualTo(100);
        picture.extractingPath("$.coverage.rows[0].customers.part").isEqualTo(1);
        picture.extractingPath("$.coverage.rows[0].customers.n").isEqualTo(2);
        picture.extractingPath("$.coverage.rows[0].deciders.part").isEqualTo(1);
        picture.extractingPath("$.unfulfilled.flows[0].flow").isEqualTo("LTC");
        picture.extractingPath("$.unfulfilled.flows[0].notMet").isEqualTo(1);
        picture.extractingPath("$.unfulfilled.flows[0].overdue").isEqualTo(2);
        picture.extractingPath("$.unfulfilled.flows[0].either").isEqualTo(3);
        picture.extractingPath("$.fulfilment.rows[0].onTime.n").isEqualTo(2);
        picture.extractingPath("$.fulfilment.rows[0].onTime.part").isEqualTo(1);
        picture.extractingPath("$.gapIndex.customers[0].index").isEqualTo(-22.5);
        picture.extractingPath("$.gapIndex.customers[0].sum.n").isEqualTo(2);
    }

    @Test
    void tellsItInBothLanguagesWithTableAndSentence() {
        var chinese = body(get("/insights/expectations", "zh"));
        assertThat(chinese)
            .contains("4 条期望未关闭，一半不超过 20 天", "鸿远重工", "−22.5",
                    "/expectations?tier=1&amp;state=NOT_MET&amp;age=8&amp;ageTo=30")
            .doesNotContain("别家机密", "??", " style=");
        assertThat(body(get("/insights/expectations?tier=1&flow=LTC", "en")))
            .contains("3 of 4 open expectations are not met or overdue", "LTC sales and delivery")
            .doesNotContain("??");
        assertThat(body(get("/insights/expectations?tier=4", "en"))).contains("No expectation is open.")
            .doesNotContain("??");
    }

    @Test
    void leadsToTheRecordsBehindEachFigure() {
        var register = body(get("/expectations?tier=1&state=NOT_MET&age=8&ageTo=30", "zh"));
        assertThat(register).contains("鸿远重工").doesNotContain("别家机密");
        assertThat(body(get("/expectations?tier=1&state=NOT_MET&age=31", "zh"))).doesNotContain("鸿远重工");
        assertThat(body(get("/insights/expectations/uncovered", "zh"))).contains("静默客户").doesNotContain("鸿远重工");
    }

    @Test
    void exportsEachTable() {
        for (var table : new String[] { "ageing", "coverage", "unfulfilled", "fulfilment", "gap" }) {
            assertThat(get("/insights/expectations/" + table + ".xlsx", "zh")).as(table).hasStatusOk();
            assertThat(body(get("/insights/expectations/" + table + ".csv", "en"))).as(table)
                .hasLineCount(table.equals("unfulfilled") || table.equals("gap") ? 2 : 3);
        }
        assertThat(get("/insights/expectations/salaries.csv", "en")).hasStatus(404);
    }

    @Test
    void diagnosesAtWhichStepExpectationsWereLost() {
        assertThat(body(get("/api/v1/insights/gaps", "en"))).contains("\"n\":4",
                "{\"flow\":\"LTC\",\"gap\":\"DELIVERY\",\"source\":\"EXPECTATION\",\"n\":2}", "\"gap\":\"KNOWLEDGE\"",
                "\"gap\":\"SPECIFICATION\"");
        assertThat(body(get("/insights/gaps", "zh"))).contains("案例只有 4 个", "交付差距（2 个）").doesNotContain("??", "别家机密");
        assertThat(body(get("/insights/gaps/cases?gap=DELIVERY&flow=LTC", "en"))).contains("鸿远重工")
            .doesNotContain("别家机密");
        assertThat(body(get("/insights/gaps/matrix.csv", "en"))).hasLineCount(5);
        assertThat(get("/insights/gaps/gaps.pdf", "zh")).hasStatusOk().hasContentType("application/pdf");
        assertThat(get("/insights/gaps?from=2026-02-01&to=2026-01-01", "en")).hasStatus(422);
    }

    @Test
    void letsAPersonJudgeACaseOtherwiseButNotOneOfOthers() {
        var late = jdbc.sql("select id from expectation where customer_id = ? and state = 'COMMITTED'")
            .param(ours)
            .query(UUID.class)
            .single();
        var judged = judge(late, "PROMOTION", "销售多承诺了两周");
        assertThat(judged).hasStatus(302);
        assertThat(body(get("/insights/gaps/cases?gap=PROMOTION", "zh"))).contains("人工判定：销售多承诺了两周");
        var theirs = jdbc.sql("select id from expectation where customer_id <> ? limit 1")
            .param(ours)
            .query(UUID.class)
            .single();
        assertThat(judge(theirs, "PROMOTION", "x")).hasStatus(404);
        assertThat(judge(late, "PROMOTION", "")).hasStatus(422);
    }

    private MvcTestResult judge(UUID id, String gap, String because) {
        return web.post()
            .uri("/insights/gaps/cases/EXPECTATION/" + id)
            .param("gap", gap)
            .param("because", because)
            .with(csrf())
            .with(SignedIn.as(manager))
            .exchange();
    }

    @Test
    void weighsCostsAndClaimsNothingWithoutAny() {
        assertThat(body(get("/insights/cost", "zh"))).contains("没有费用已知的已解决案例", "不能证明因果").doesNotContain("??");
        assertThat(body(get("/api/v1/insights/cost", "en"))).contains("\"spent\":0", "\"cases\":0");
        assertThat(body(get("/insights/cost/groups.csv?tier=1", "en"))).hasLineCount(3);
        assertThat(get("/insights/cost/cost.pdf", "zh")).hasStatusOk().hasContentType("application/pdf");
    }

    @Test
    void asksTheDatabaseAConstantNumberOfTimes() throws Exception {
        get("/insights/expectations", "zh");
        var few = Statements.of(() -> get("/insights/expectations", "zh")).size();
        var contact = contact(ours, "1.00");
        for (int i = 0; i < 30; i++) {
            expectation(ours, contact, "CAPTURED", i * 9, null, null);
        }
        assertThat(Statements.of(() -> get("/insights/expectations", "zh"))).hasSize(few);
    }

    private MvcTestResult get(String address) {
        return get(address, "en");
    }

    private MvcTestResult get(String address, String language) {
        return web.get().uri(address).header("Accept-Language", language).with(SignedIn.as(manager)).exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private UUID customer(String name, UUID unit) {
        var id = Uuid7.next();
        jdbc.sql("""
                insert into customer (id, number, kind, status, unit_id, name, name_key, tier, search, created_at,
                                      updated_at, version)
                values (?, ?, 'COMPANY', 'CUSTOMER', ?, ?, ?, 1, ''::tsvector, now(), now(), 0)
                """).params(id, "K-" + id, unit, name, name + id).update();
        return id;
    }

    private UUID contact(UUID customer, String weight) {
        var id = Uuid7.next();
        jdbc.sql(
                """
                        insert into contact (id, customer_id, kind, name, name_key, decision_role, role_weight, search,
                                             created_at, updated_at, version)
                        values (?, ?, 'CUSTOMER', '张总', 'z', 'DECISION_MAKER', cast(? as numeric), ''::tsvector, now(), now(), 0)
                        """)
            .params(id, customer, weight)
            .update();
        return id;
    }

    private void expectation(UUID customer, UUID contact, String state, int age, @Nullable Integer due,
            @Nullable String perceived) {
        var captured = TODAY.minusDays(age);
        var day = (due == null) ? null : TODAY.plusDays(due);
        var delivered = perceived != null;
        jdbc.sql(
                """
                        insert into expectation (id, number, customer_id, contact_id, verbatim, said_on, flow, state, measure,
                            expected_level, wanted_on, clarified_with, owner_id, due_on, committed_level, committed_on,
                            delivered_level, delivered_at, perceived_level, answered_contact, answered_channel, answered_on,
                            answer_words, revision, captured_at, closed_at, updated_at, version)
                        values (:id, :number, :customer, :contact, '要按时', :said, 'LTC', :state, 'x', 90, :said, :contact, :owner,
                            case when cast(:closed as timestamptz) is null then coalesce(cast(:due as date), date '2099-12-31') end, 80,
                            cast(:due as date), cast(:level as numeric), cast(:delivered as timestamptz),
                            cast(:level as numeric), :contact, 'PHONE', cast(:answered as date), 'x', 1,
                            cast(:captured as timestamptz), cast(:closed as timestamptz), now(), 0)
                        """)
            .param("id", Uuid7.next())
            .param("number", "E-" + Uuid7.next())
            .param("customer", customer)
            .param("contact", contact)
            .param("said", captured)
            .param("state", state)
            .param("owner", manager.id())
            .param("due", (day == null) ? null : day.toString())
            .param("level", perceived)
            .param("delivered", delivered ? captured.plusDays(1) + "T12:00:00+08:00" : null)
            .param("answered", delivered ? TODAY.minusDays(2).toString() : null)
            .param("captured", captured + "T12:00:00+08:00")
            .param("closed", state.equals("CONFIRMED") ? TODAY.minusDays(2) + "T12:00:00+08:00" : null)
            .update();
    }

}
