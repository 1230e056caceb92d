package io.cesm.web.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.support.Statements;
import io.cesm.satisfaction.questionnaire.Templates;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@WebTest
class AnalysisPagesTests {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 7);

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 7);

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Templates templates;

    private StaffId csr;

    private StaffId office;

    private UUID ours;

    private UUID theirs;

    private Field field;

    @BeforeEach
    void aCustomerOfOursAndOneOfOthers() {
        var unit = people.company();
        var elsewhere = people.office(unit);
        csr = people.hire(unit, Role.CSR);
        office = people.hire(unit, Role.OFFICE);
        ours = customer("鸿远重工", unit);
        theirs = customer("别家机密", elsewhere);
        jdbc.sql("insert into account_team (id, customer_id, staff_id, role, valid_from) values (?, ?, ?, 'CSR', ?)")
            .params(Uuid7.next(), ours, csr.id(), LocalDate.of(2020, 1, 1))
            .update();
        field = Field.of(jdbc, templates, "transactional");
    }

    @Test
    void writesPagesTablesAndTheReportAsPdf() throws Exception {
        var survey = twoWaves("NAMED");
        for (var path : new String[] { "/overview.pdf", "/overview/scores.pdf", "/trend.pdf?item=q6", "/report.pdf" }) {
            var answer = page(office, survey, path, "zh");
            assertThat(answer).as(path).hasStatusOk().hasContentType("application/pdf");
            var reader = new PdfReader(answer.getResponse().getContentAsByteArray());
            assertThat(new PdfTextExtractor(reader).getTextFromPage(1)).as(path).contains("S-", "W2", "第 1 页", "截至");
        }
    }

    @Test
    void tellsFiguresWithIntervalMethodAndMomentInBothLanguages() throws Exception {
        var survey = twoWaves("NAMED");
        var chinese = body(page(csr, survey, "", "zh"));
        assertThat(chinese).contains("截至", "已计入 60 份答卷", "不用于考核", "W2", "真实", "n = 60", "95%")
            .doesNotContain("??", " style=", "别家机密");
        var english = body(page(csr, survey, "", "en"));
        assertThat(english).contains("60 answers counted", "the fall is real", "/analysis/answers?item=q6")
            .doesNotContain("??");
        for (var view : new String[] { "trend", "segments", "segments?by=tier&item=q1", "drivers", "reliability",
                "quality", "index", "report", "?tier=1", "?counting=WATERFALL", "?tier=1&language=zh" }) {
            for (var language : new String[] { "zh", "en" }) {
                assertThat(body(page(csr, survey, view.startsWith("?") ? view : "/" + view, language)))
                    .as(view + " " + language)
                    .contains("</main>")
                    .doesNotContain("??", "{0}");
            }
        }
    }

    @Test
    void saysWhyTheChangeOfAnNpsIsNotTheDifferenceOfTheTwoShown() throws Exception {
        var survey = twoWaves("NAMED");
        var why = "NPS differences are taken between adjusted values";
        for (var view : new String[] { "", "/trend?item=q6" }) {
            assertThat(body(page(csr, survey, view, "en"))).as(view).contains(why);
        }
        assertThat(body(page(csr, survey, "/trend?item=q1", "en"))).doesNotContain(why);
        var file = page(office, survey, "/trend/waves.pdf?item=q6", "en").getResponse().getContentAsByteArray();
        assertThat(new PdfTextExtractor(new PdfReader(file)).getTextFromPage(1).replaceAll("\\s+", " ")).contains(why);
        assertThat(body(page(csr, survey, "/trend?item=q6", "zh"))).contains("NPS 的差值取自校正后的数值");
    }

    @Test
    void aCombinationOfTooManyAnswersIsCountedInTheBackgroundAndFoundAgain() throws Exception {
        var survey = twoWaves("NAMED");
        jdbc.sql("update survey_figure_state set counted = 300000 where survey_id = ?").param(survey).update();
        var sent = page(csr, survey, "?tier=1&language=zh", "zh");
        assertThat(sent).hasStatus3xxRedirection();
        var offered = String.valueOf(sent.getResponse().getRedirectedUrl());
        var address = "/surveys/" + survey + "/analysis/combinations";
        assertThat(offered).startsWith(address + "?");
        assertThat(body(get(offered))).contains("开始计数", "name=\"tier\"", "还没有按现有答卷计数").doesNotContain("??");
        assertThat(api(csr, survey, "/figures?tier=1&language=zh")).hasStatus(422);
        var begun = web.post()
            .uri(address)
            .param("tier", "1")
            .param("language", "zh")
            .with(SignedIn.as(csr))
            .with(csrf())
            .exchange();
        var shown = String.valueOf(begun.getResponse().getRedirectedUrl());
        assertThat(shown).startsWith(address + "/");
        var done = false;
        for (int i = 0; i < 100 && !done; i++) {
            Thread.sleep(200);
            done = body(get(shown + "/progress")).contains("已完成");
        }
        assertThat(done).isTrue();
        assertThat(body(get(shown))).contains("查看指标", "/surveys/" + survey + "/analysis?").doesNotContain("??");
        assertThat(body(get(address))).contains("客户等级");
        assertThat(page(csr, survey, "?tier=1&language=zh", "zh")).hasStatusOk();
        assertThat(body(get("/notices"))).contains("组合筛选已计数完成", shown);
    }

    private MvcTestResult get(String address) {
        return web.get().uri(address).header("Accept-Language", "zh").with(SignedIn.as(csr)).exchange();
    }

    @Test
    void asksTheDatabaseAConstantNumberOfTimes() throws Exception {
        var survey = twoWaves("NAMED");
        for (var view : new String[] { "", "/trend", "/segments?by=tier", "?tier=1", "/quality" }) {
            page(csr, survey, view, "zh");
            int before = asked(survey, view);
            for (int i = 0; i < 15; i++) {
                answer(survey, JUNE, ours, 1 + i % 3, 3, 7);
            }
            field.counted(survey);
            assertThat(asked(survey, view)).as(view).isEqualTo(before).isLessThan(14);
        }
    }

    @Test
    void leadsToTheAnswersTheReaderMaySeeAndToNoOthers() throws Exception {
        var survey = twoWaves("NAMED");
        assertThat(body(page(csr, survey, "/answers?item=q6", "zh"))).contains("鸿远重工").doesNotContain("别家机密");
        assertThat(body(page(office, survey, "/answers?item=q6", "zh"))).contains("鸿远重工", "别家机密", "只列出回答了", "查看全部答卷");
        assertThat(body(page(office, survey, "/answers?item=q6&value=9&tier=1", "en")))
            .as("a list that leaves answers away says which")
            .contains("Only people who gave “9” to", "Only: ", "Show all answers");
        assertThat(body(page(office, survey, "/answers", "zh"))).doesNotContain("只列出回答了", "查看全部答卷");
        assertThat(api(csr, survey, "/figures/answers?item=q6")).bodyJson()
            .extractingPath("$.items[*].customerName")
            .asArray()
            .isNotEmpty()
            .doesNotContain("别家机密");
    }

    @Test
    void saysInWordsThatSomebodyGaveNoMark() throws Exception {
        var survey = twoWaves("NAMED");
        field.answer(survey, JUNE, ours, "{\"tier\":\"1\",\"role\":\"USER\"}", "{\"q1\":4,\"q6\":\"na\"}");
        field.counted(survey);
        assertThat(body(page(office, survey, "/answers", "en"))).contains(">no mark</td>").doesNotContain(">na</td>");
    }

    @Test
    void refusesSingleAnswersWhereNamesAreProtected() throws Exception {
        for (var anonymity : new String[] { "ANONYMOUS", "CONFIDENTIAL" }) {
            var survey = twoWaves(anonymity);
            for (var path : new String[] { "/analysis/answers", "/analysis/answers?item=q6&value=9",
                    "/analysis/answers?tier=1" }) {
                assertThat(web.get().uri("/surveys/" + survey + path).with(SignedIn.as(csr))).as(path).hasStatus(422);
            }
            assertThat(api(csr, survey, "/figures/answers")).hasStatus(422);
            assertThat(body(page(csr, survey, "", "zh"))).contains("n = 60");
        }
        var survey = twoWaves("CONFIDENTIAL");
        assertThat(page(office, survey, "/answers", "zh")).hasStatusOk();
        assertThat(page(office, twoWaves("ANONYMOUS"), "/answers", "zh")).hasStatus(422);
    }

    @Test
    void hidesFewAtEveryDoor() throws Exception {
        var survey = field.survey("W1", MAY, "CONFIDENTIAL");
        for (int i = 0; i < 20; i++) {
            answer(survey, MAY, ours, (i < 3) ? 1 : 2, 4, 9);
        }
        field.counted(survey);
        for (var door : new String[] { "?tier=1", "?tier=2", "/gaps?tier=1", "/trend?tier=1" }) {
            assertThat(body(page(csr, survey, door, "en"))).as(door)
                .contains("Too few people")
                .doesNotContain("n = 3", "(n = ");
        }
        assertThat(api(csr, survey, "/figures?tier=1")).bodyJson().extractingPath("$.figures").isNull();
        assertThat(api(csr, survey, "/figures?tier=2")).bodyJson().extractingPath("$.hidden").isEqualTo(true);
        assertThat(api(csr, survey, "/figures/segments?by=tier")).bodyJson()
            .extractingPath("$.figures.rows[*].figure.n")
            .asArray()
            .containsOnlyNulls();
        assertThat(body(page(csr, survey, "/segments/segments.csv?by=tier&item=q6", "en")))
            .contains("hidden", "not allowed")
            .doesNotContain(",3,", ",17,");
        assertThat(page(csr, survey, "/overview/scores.csv?tier=1", "en")).hasStatus(404);
    }

    @Test
    void filesHaveNumbersToCalculateWith() throws Exception {
        var lines = body(page(csr, twoWaves("NAMED"), "/trend/waves.csv", "en")).lines().toList();
        assertThat(lines.getFirst()).contains("\"95% interval, low\",\"95% interval, high\",n,", ",Real?,p,");
        assertThat(lines.getLast()).matches("[^,]+,[-0-9.]+,[-0-9.]+,[-0-9.]+,[0-9]+,[-0-9.]+,[^,]+,[0-9.E-]+,.*");
    }

    @Test
    void refusesToAppraisePeopleByASurveyOfOurOwn() throws Exception {
        var survey = twoWaves("NAMED");
        assertThat(api(csr, survey, "/figures?purpose=APPRAISAL")).hasStatus(422)
            .bodyJson()
            .extractingPath("$.code")
            .isEqualTo("figures.not_for_appraisal");
        var plain = assertThat(api(csr, survey, "/figures")).hasStatusOk().bodyJson();
        plain.extractingPath("$.useForAppraisal").isEqualTo(false);
        plain.extractingPath("$.figures.lines[0].figures[0].value").isNotNull();
    }

    @Test
    void countsAnewAndComparesForThoseWhoMay() throws Exception {
        var survey = twoWaves("NAMED");
        assertThat(web.post().uri("/api/v1/surveys/" + survey + "/figures/rebuild").with(SignedIn.as(csr)))
            .hasStatus(403);
        assertThat(web.post().uri("/surveys/" + survey + "/analysis/rebuild").with(SignedIn.as(office)).with(csrf()))
            .hasStatus(302);
        assertThat(web.post().uri("/surveys/" + survey + "/analysis/compare").with(SignedIn.as(office)).with(csrf()))
            .flash()
            .containsEntry("notice", "analysis.compared");
    }

    /**
     * How often the figures ask the database; the frame around the page keeps its own
     * count.
     */
    private int asked(UUID survey, String view) throws Exception {
        return (int) Statements.of(() -> page(csr, survey, view, "zh"))
            .stream()
            .filter(it -> it.contains("survey"))
            .count();
    }

    private UUID twoWaves(String anonymity) throws InterruptedException {
        var first = field.survey("W1", MAY, anonymity);
        var second = field.survey("W2", JUNE, anonymity);
        // all at once: of anonymous answers fewer than five would wait for others
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (int i = 0; i < 60; i++) {
                answer(first, MAY, ours, 1 + i % 3, 4 + i % 2, 8 + i % 3);
                answer(second, (i % 2 == 0) ? MAY : JUNE, (i % 4 == 1) ? theirs : ours, 1 + i % 3, 3 + i % 3,
                        4 + i % 5);
            }
        });
        field.counted(first);
        field.counted(second);
        return second;
    }

    private void answer(UUID survey, LocalDate on, UUID customer, int tier, int csat, int nps) {
        field.answer(survey, on, customer, "{\"tier\":\"" + tier + "\",\"role\":\"USER\"}",
                "{\"q1\":" + csat + ",\"q6\":" + nps + ",\"q3.response\":" + Math.min(5, csat) + ",\"q3.result\":"
                        + Math.max(1, csat - nps % 2) + ",\"q4\":\"" + ((nps > 6) ? "yes" : "no") + "\"}");
    }

    private UUID customer(String name, UnitId unit) {
        var id = Uuid7.next();
        jdbc.sql(
                "insert into customer (id, number, kind, status, unit_id, name, name_key, tier, search, created_at, updated_at,"
                        + " version) values (?, ?, 'COMPANY', 'CUSTOMER', ?, ?, ?, 1, '', now(), now(), 0)")
            .params(id, "K-" + id, unit.id(), name, name)
            .update();
        return id;
    }

    private MvcTestResult page(StaffId who, UUID survey, String rest, String language) {
        var uri = "/surveys/" + survey + "/analysis" + rest;
        return web.get().uri(uri).header("Accept-Language", language).with(SignedIn.as(who)).exchange();
    }

    private MvcTestResult api(StaffId who, UUID survey, String rest) {
        return web.get().uri("/api/v1/surveys/" + survey + rest).with(SignedIn.as(who)).exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

}
