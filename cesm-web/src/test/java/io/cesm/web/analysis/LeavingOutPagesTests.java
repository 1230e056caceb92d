package io.cesm.web.analysis;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.satisfaction.questionnaire.Templates;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@WebTest
class LeavingOutPagesTests {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 7);

    private static final String WORDS = "电话里又答了一遍";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Templates templates;

    private StaffId office;

    private StaffId auditor;

    private UUID survey;

    private UUID answer;

    @BeforeEach
    void aSurveyOfSixAnswers() throws Exception {
        var unit = people.company();
        office = people.hire(unit, Role.OFFICE);
        auditor = people.hire(unit, Role.AUDITOR);
        var customer = Uuid7.next();
        jdbc.sql("""
                insert into customer (id, number, kind, status, name, name_key, search, unit_id, created_at, updated_at,
                       version) values (?, ?, 'COMPANY', 'CUSTOMER', '鸿远重工', ?, ''::tsvector, ?, now(), now(), 0)
                """).params(customer, "K-" + customer, "k" + customer, unit.id()).update();
        var field = Field.of(jdbc, templates, "transactional");
        survey = field.survey("W1", MAY, "NAMED");
        for (int i = 0; i < 6; i++) {
            field.answer(survey, MAY, customer, "{\"tier\":\"1\"}", "{\"q6\":" + (5 + i) + "}");
        }
        field.counted(survey);
        answer = jdbc.sql("select id from survey_response where survey_id = ? and items ->> 'q6' = '5'")
            .param(survey)
            .query(UUID.class)
            .single();
    }

    @Test
    void isLeftOutWithReasonAndWordsSeenEverywhereAndTakenInAgain() throws Exception {
        var page = "/surveys/" + survey + "/analysis/answers/" + answer;
        assertThat(body(get(office, page))).contains("不计入指标", "同一人重复作答", "5 / 10").doesNotContain("??", " style=");
        assertThat(post(office, page + "/left-out", "words", WORDS)).hasStatus(422);
        assertThat(body(post(office, page + "/left-out", "reason", "TWICE", "words", "一遍"))).contains("说明原因")
            .doesNotContain("??");
        assertThat(post(office, page + "/left-out", "reason", "TWICE", "words", WORDS)).hasStatus3xxRedirection();

        assertThat(body(get(office, page))).contains("同一人重复作答", WORDS, "重新计入").doesNotContain("??");
        assertThat(body(get(office, "/surveys/" + survey + "/analysis/answers"))).contains("不计入");
        assertThat(body(get(auditor, "/surveys/" + survey + "/quality"))).contains("不计入的答卷", WORDS)
            .doesNotContain("??");
        assertThat(body(get(auditor, "/surveys/" + survey))).contains("将一份答卷设为不计入", WORDS).doesNotContain("??");
        assertThat(body(get(office, "/survey-answers/export.csv?survey=" + survey))).contains("不计入");
        assertThat(body(get(office, "/api/v1/surveys/" + survey + "/answers/left-out"))).contains("TWICE", WORDS);
        counted(5);

        assertThat(post(office, page + "/taken-in", "words", "同事")).hasStatus(422);
        assertThat(post(office, page + "/taken-in", "words", "后来确认是另一位同事答的")).hasStatus3xxRedirection();
        counted(6);
    }

    @Test
    void auditorsSeeTheAnswerAndCannotTouchIt() throws Exception {
        var page = "/surveys/" + survey + "/analysis/answers/" + answer;
        assertThat(body(get(auditor, page))).doesNotContain("<textarea");
        assertThat(post(auditor, page + "/left-out", "reason", "TWICE", "words", WORDS)).hasStatus(403);
    }

    private void counted(long expected) throws InterruptedException {
        long counted = -1;
        for (int i = 0; i < 200 && counted != expected; i++) {
            Thread.sleep(100);
            counted = jdbc.sql("select coalesce(max(counted), 0) from survey_figure_state where survey_id = ?")
                .param(survey)
                .query(Long.class)
                .single();
        }
        assertThat(counted).as("counted anew").isEqualTo(expected);
    }

    private MvcTestResult get(StaffId who, String path) {
        return web.get().uri(path).header("Accept-Language", "zh").with(SignedIn.as(who)).exchange();
    }

    private MvcTestResult post(StaffId who, String path, String... form) {
        var request = web.post().uri(path).header("Accept-Language", "zh").with(SignedIn.as(who)).with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private static String body(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

}
