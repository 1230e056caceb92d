package io.cesm.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import io.cesm.satisfaction.answer.SweepingDrafts;
import io.cesm.satisfaction.answer.TellingAnswers;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class AnswerPageTests {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TellingAnswers telling;

    @Autowired
    private SweepingDrafts sweeping;

    private AskedWorld world;

    @BeforeEach
    void somebodyToAsk() {
        world = new AskedWorld(context);
        jdbc.sql("delete from confirmation_miss").update();
    }

    @Test
    void filesThatBelongToNoAnswerAreThrownAwayAfterADay() {
        var survey = world.survey("transactional", Anonymity.NAMED);
        var asked = world.invite(survey);
        var old = file(asked.invitation(), "SURVEY_UPLOAD", "2 days");
        var today = file(asked.invitation(), "SURVEY_UPLOAD", "1 hour");
        var kept = file(asked.invitation(), "SURVEY_RESPONSE", "90 days");
        sweeping.sweep();
        assertThat(files(old, today, kept)).as("somebody may still be answering").hasSize(3);

        jdbc.sql("update survey_invitation set state = 'ANSWERED' where id = ?").param(asked.invitation()).update();
        sweeping.sweep();
        assertThat(files(old, today, kept)).containsExactlyInAnyOrder(today, kept);
    }

    @Test
    void whoAsksByPhoneReadsTheirOwnLanguageAndReadsOutTheOthers() {
        jdbc.sql("update customer set name_en = 'Honyuan Heavy' where id = ?").param(world.account.customer()).update();
        var survey = world.survey("transactional", Anonymity.NAMED);
        var asked = world.invite(survey, world.account.contact(), "en");
        assertThat(web.get()
            .uri("/surveys/" + survey + "/interview/" + asked.invitation())
            .header("Accept-Language", "zh")
            .with(SignedIn.as(world.account.csr()))).hasStatusOk()
            .bodyText()
            .contains("怎么问", "May I put the questions to you now", "Your answers are seen, with your name")
            .doesNotContain("Honyuan Heavy");
    }

    private UUID file(UUID subject, String type, String age) {
        var id = io.cesm.domain.kernel.Uuid7.next();
        jdbc.sql(
                """
                        insert into stored_file (id, name, media_type, size, sha256, content, subject_type, subject_id, stored_at)
                        values (?, 'x.png', 'image/png', 1, '\\x00', '\\x00', ?, ?, now() - cast(? as interval))""")
            .params(id, type, subject, age)
            .update();
        return id;
    }

    private List<UUID> files(UUID... ids) {
        return jdbc.sql("select id from stored_file where id = any(?)").param(ids).query(UUID.class).list();
    }

    /** One browser of a respondent. */
    private final class Visitor {

        private final List<Cookie> cookies = new ArrayList<>();

        private String page = "";

        private MvcTestResult last;

        Visitor(String token) {
            last = web.get().uri("/a/" + token).exchange();
            keep();
        }

        MvcTestResult show() {
            last = web.get().uri(page).cookie(cookies.toArray(Cookie[]::new)).exchange();
            keep();
            return last;
        }

        MvcTestResult send(String path, Map<String, List<String>> fields) {
            var request = web.post()
                .uri(page.replaceAll("\\?.*", "") + path)
                .cookie(cookies.toArray(Cookie[]::new))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("_csrf", find(CSRF));
            fields.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
            var before = last;
            last = request.exchange();
            keep();
            var answer = last;
            if (!path.isEmpty()) {
                last = before;
            }
            return answer;
        }

        private void keep() {
            for (var each : last.getResponse().getCookies()) {
                cookies.removeIf(it -> it.getName().equals(each.getName()));
                cookies.add(each);
            }
            var to = last.getResponse().getRedirectedUrl();
            if (to != null) {
                page = to;
            }
        }

        String find(Pattern what) {
            var found = what.matcher(body(last));
            assertThat(found.find()).as(body(last)).isTrue();
            return found.group(1);
        }

    }

    private static String body(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> first(String q1, String q2) {
        return Map.of("p_page", List.of("p1"), "p_shown", List.of("q1 q2"), "q1", List.of(q1), "q2", List.of(q2));
    }

    private static final Map<String, List<String>> SECOND = Map.of("p_page", List.of("p2"), "p_shown", List.of("q3 q4"),
            "q3.response", List.of("5"), "q3.parts", List.of("na"), "q4", List.of("yes"));

    private static final Map<String, List<String>> THIRD = Map.of("p_page", List.of("p3"), "p_shown",
            List.of("q6 q7 q8"), "q6", List.of("9"), "q7", List.of("来得很快"), "q8", List.of("no"));

    @Test
    void isAnsweredPageByPageOnceAndNeverLosesWhatWasSaid() {
        var survey = world.survey("transactional", Anonymity.NAMED);
        var asked = world.invite(survey);
        var visitor = new Visitor(asked.token());
        assertThat(visitor.page).startsWith("/answer/").doesNotContain(asked.token());
        assertThat(visitor.show()).hasStatusOk()
            .bodyText()
            .contains("ITR-7", "负责贵公司的同事会看到您的姓名和回答")
            .doesNotContain(asked.token(), "??");
        assertThat(visitor.last.getResponse().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(world.state(asked.invitation())).isEqualTo("OPENED");
        assertThat(visitor.send("", first("", ""))).hasStatus(422).bodyText().contains("请回答此题");
        assertThat(visitor.send("/draft", first("4", ""))).hasStatus(204);
        assertThat(world.state(asked.invitation())).isEqualTo("BEGUN");

        var other = new Visitor(asked.token());
        assertThat(other.show()).bodyText()
            .as("another device goes on where the first one was")
            .containsPattern("name=\"q1\" value=\"4\" checked");
        other.send("", first("5", "6"));
        assertThat(other.show()).bodyText().contains("q3.response");
        other.send("", SECOND);
        other.show();
        var pages = body(other.last);
        assertThat(pages).contains("3 / 3");
        other.send("", THIRD);
        assertThat(other.show()).hasStatusOk().bodyText().contains("谢谢您", "回执号").doesNotContain("??");
        assertThat(jdbc
            .sql("select items::text || words::text || segments::text || channel from survey_response"
                    + " where survey_id = ?")
            .param(survey)
            .query(String.class)
            .single()).contains("\"q1\": 5", "\"q3.parts\": \"na\"", "\"q4\": \"yes\"", "\"q6\": 9",
                    "\"touch_point\": \"repair\"", "\"language\": \"zh\"", "MAIL");
        assertThat(world.state(asked.invitation())).isEqualTo("ANSWERED");
        assertThat(world.count("survey_pending", survey)).isLessThanOrEqualTo(1);
        assertThat(world.count("answer_draft", survey)).isZero();

        assertThat(visitor.send("/draft", first("1", "1"))).hasStatus(410);
        visitor.send("", first("1", "1"));
        assertThat(visitor.show()).bodyText()
            .as("another browser sees no receipt")
            .contains("已经提交过了")
            .doesNotContain("回执号");
        assertThat(world.count("survey_response", survey)).isOne();
    }

    @Test
    void saysWhyItCannotBeAnswered() {
        var survey = world.survey("transactional", Anonymity.CONFIDENTIAL);
        var asked = world.invite(survey);
        jdbc.sql("update survey_invitation set expires_at = now() - interval '1 hour' where id = ?")
            .param(asked.invitation())
            .update();
        assertThat(new Visitor(asked.token()).show()).hasStatus(410).bodyText().contains("链接有误或已过期");
        var withdrawn = world.invite(survey);
        jdbc.sql("update survey_invitation set state = 'WITHDRAWN' where id = ?")
            .param(withdrawn.invitation())
            .update();
        assertThat(new Visitor(withdrawn.token()).show()).hasStatus(410).bodyText().contains("已收回");
        var early = world.survey("transactional", Anonymity.NAMED);
        jdbc.sql("update survey set opens_on = current_date + 9 where id = ?").param(early).update();
        assertThat(new Visitor(world.invite(early).token()).show()).hasStatusOk().bodyText().contains("尚未开始");
        var over = world.survey("transactional", Anonymity.NAMED);
        jdbc.sql("update survey set state = 'CLOSED' where id = ?").param(over).update();
        assertThat(new Visitor(world.invite(over).token()).show()).hasStatus(410).bodyText().contains("调查已结束");
    }

    @Test
    void doesNotSayThatANameIsSeenWhereNobodyIsKnown() {
        for (var mode : Anonymity.values()) {
            var survey = world.survey("transactional", mode);
            var token = "open-" + UUID.randomUUID();
            jdbc.sql("""
                    insert into survey_link (id, survey_id, token_hash, channel, label, segments, created_at)
                    values (gen_random_uuid(), ?, ?, 'LINK', '通讯', '{}', now())""")
                .params(survey, AskedWorld.hash(token))
                .update();
            assertThat(new Visitor(token).show()).hasStatusOk()
                .bodyText()
                .contains(mode == Anonymity.ANONYMOUS ? "任何人都无法得知是谁填写的" : "没有人知道是谁填写的")
                .doesNotContain("看到您的姓名");
        }
    }

    @Test
    void slowsGuessingDownAndTellsGuessersNothing() {
        for (int i = 0; i < 20; i++) {
            assertThat(web.get().uri("/a/" + "B".repeat(43))).hasStatus(410).bodyText().contains("链接有误或已过期");
        }
        assertThat(web.get().uri("/a/" + "C".repeat(43))).hasStatus(429);
        assertThat(web.get().uri("/answer/" + "x".repeat(12))).hasStatus(410);
    }

    @Test
    void refusesWhatNobodyAskedFor() {
        var visitor = new Visitor(world.invite(world.survey("transactional", Anonymity.NAMED)).token());
        visitor.show();
        assertThat(visitor.send("", Map.of("p_page", List.of("p1"), "approved", List.of("x")))).hasStatus(400);
        visitor.show();
        assertThat(visitor.send("/draft", Map.of("p_page", List.of("p1"), "approved", List.of("x")))).hasStatus(400);
        visitor.show();
        assertThat(visitor.send("", Map.of("p_page", List.of("p1"), "p_shown", List.of("q1 q2"), "q1",
                List.of("4", "5"), "q2", List.of("6"))))
            .hasStatus(422);
        assertThat(web.post().uri(visitor.page).cookie(visitor.cookies.toArray(Cookie[]::new)).param("q1", "4"))
            .hasStatus(403);
    }

    @Test
    void keepsABrokenOffAnswerWhenTheSurveyEnds() {
        var survey = world.survey("transactional", Anonymity.NAMED);
        var visitor = new Visitor(world.invite(survey).token());
        visitor.show();
        visitor.send("", first("2", "3"));
        sweeping.sweep();
        assertThat(world.count("survey_response", survey)).isZero();
        jdbc.sql("update survey set state = 'CLOSED' where id = ?").param(survey).update();
        sweeping.sweep();
        assertThat(jdbc.sql("select items::text from survey_response where survey_id = ? and not complete")
            .param(survey)
            .query(String.class)
            .single()).isEqualTo("{\"q1\": 2, \"q2\": 3}");
        assertThat(world.count("answer_draft", survey)).isZero();
    }

    @Test
    void tellsTheLedgerWhatWasPerceived() throws Exception {
        var survey = world.survey("transactional", Anonymity.NAMED);
        var visitor = new Visitor(world.invite(survey).token());
        visitor.show();
        visitor.send("", first("5", "6"));
        visitor.show();
        visitor.send("", SECOND);
        visitor.show();
        visitor.send("", THIRD);
        for (int i = 0; i < 50 && world.count("answer_untold", survey) > 0; i++) {
            telling.tell();
            Thread.sleep(100);
        }
        assertThat(jdbc
            .sql("select value from level_reading where customer_id = ? and level = 'P'"
                    + " and dimension_code = 'service_response'")
            .param(world.account.customer())
            .query(java.math.BigDecimal.class)
            .single()).isEqualByComparingTo("100");
    }

    @Test
    void showsWhoComesBackWhatWasDone() {
        var earlier = world.survey("transactional", Anonymity.NAMED);
        var survey = world.survey("delivery", Anonymity.NAMED);
        jdbc.sql(
                """
                        insert into survey_response (id, answered_on, survey_id, version_id, complete, anonymous, channel,
                                                     customer_id, contact_id, items)
                        select ?, current_date - 40, s.id, s.version_id, true, false, 'MAIL', ?, ?, '{}' from survey s where s.id = ?""")
            .params(UUID.randomUUID(), world.account.customer(), world.account.contact(), earlier)
            .update();
        jdbc.sql("""
                insert into expectation (id, number, customer_id, contact_id, verbatim, said_on, state, measure,
                    expected_level, wanted_on, clarified_with, owner_id, committed_level, committed_on, delivered_level,
                    delivered_at, due_on, revision, captured_at, updated_at, version)
                values (?, ?, ?, ?, '备件两天到现场', current_date - 60, 'DELIVERED', '到场天数', 80, current_date, ?, ?, 80,
                        current_date, 80, now() - interval '5 days', current_date, 0, now(), now(), 0)""")
            .params(UUID.randomUUID(), "E-" + UUID.randomUUID().toString().substring(0, 8), world.account.customer(),
                    world.account.contact(), world.account.contact(), world.account.csr().id())
            .update();
        var asked = world.invite(survey);
        var visitor = new Visitor(asked.token());
        visitor.show();
        jdbc.sql("update survey_invitation set state = 'ANSWERED' where id = ?").param(asked.invitation()).update();
        visitor.cookies.replaceAll(it -> it.getName().startsWith("answer-")
                ? new Cookie(it.getName(), Objects.requireNonNull(it.getValue()) + "TEST-TEST") : it);
        assertThat(visitor.show()).hasStatusOk().bodyText().contains("备件两天到现场", "到场天数").doesNotContain("??");
    }

}
