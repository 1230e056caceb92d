package io.cesm.web.followup;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.support.Statements;
import io.cesm.satisfaction.answer.LeavingOut;
import io.cesm.satisfaction.answer.LeftOutReason;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WebTest
class FollowUpPagesTests {

    private static final String LOW = "{\"q1\": 2, \"q6\": 3, \"q4\": \"no\"}";

    private static final String WORDS = "{\"q7\": \"备件等了三周，产线停线两次\"}";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    private StaffId office = StaffId.next();

    private Api csr;

    @BeforeEach
    void aCustomer() {
        account = new Accounts(context).make();
        office = people.hire(account.unit(), Role.OFFICE);
        csr = new Api(context, account.csr());
    }

    @Test
    void opensOneFollowUpForTheCsrHoweverManyRulesAnAnswerMeets() throws Exception {
        var answered = new Answered(context, "NAMED", null);
        var answer = answered.by(account.customer(), account.contact(), LOW, WORDS);
        answered.by(account.customer(), account.contact(), "{\"q1\": 5, \"q6\": 10}", "{\"q7\": \"很好\"}");
        answered.read();

        var id = followUp(answer);
        csr.get("/follow-ups?owner=me")
            .andExpect(jsonPath("$.items.length()").value(1))
            .andExpect(jsonPath("$.items[0].measure").value("CSAT"))
            .andExpect(jsonPath("$.items[0].quote").value("备件等了三周，产线停线两次"));
        csr.get("/follow-ups/" + id)
            .andExpect(jsonPath("$.reasons[*].evidence", hasItem("NPS 3/10")))
            .andExpect(jsonPath("$.reasons[*].evidence", hasItem("“停线”")))
            .andExpect(jsonPath("$.owner").value(account.csr().toString()));
        assertThat(jdbc.sql("select kind from notice where staff_id = ?")
            .param(account.csr().id())
            .query(String.class)
            .list()).containsOnlyOnce("FOLLOW_UP_OPENED");
        csr.get("/work").andExpect(jsonPath("$.items[?(@.kind == 'follow_ups')].count", hasItem(1)));

        jdbc.sql("insert into answer_unread (response_id, survey_id, answered_on) select id, survey_id, answered_on"
                + " from survey_response where id = ?")
            .param(answer)
            .update();
        answered.read();
        assertThat(count("follow_up where response_id = '" + answer + "'")).as("read twice").isOne();
    }

    @Test
    void asksDecisionMakersSoonerAndNoticesWhoIsLowAgain() throws Exception {
        jdbc.sql("update contact set decision_role = 'DECISION_MAKER' where id = ?").param(account.contact()).update();
        var answered = new Answered(context, "NAMED", null);
        var first = answered.by(account.customer(), account.contact(), "{\"q1\": 3, \"q6\": 7}", "{}");
        answered.read();
        var second = answered.by(account.customer(), account.contact(), "{\"q1\": 3, \"q6\": 8}", "{}");
        answered.read();
        assertThat(rules(first)).containsExactly("关键决策人不够满意");
        assertThat(rules(second)).containsExactlyInAnyOrder("关键决策人不够满意", "再次低分");
    }

    @Test
    void isNotLowAgainAfterAnAnswerThatWasLeftOut() throws Exception {
        var answered = new Answered(context, "NAMED", null);
        var trial = answered.by(account.customer(), account.contact(), "{\"q1\": 2, \"q6\": 7}", "{}");
        answered.read();
        jdbc.sql("""
                insert into answer_left_out (response_id, survey_id, reason, words, staff_id, at, had_readings)
                values (?, ?, 'TRIAL', '试填的一份', ?, now(), false)""")
            .params(trial, answered.survey(), account.csr().id())
            .update();
        var second = answered.by(account.customer(), account.contact(), "{\"q1\": 2, \"q6\": 7}", "{}");
        answered.read();
        assertThat(rules(second)).isNotEmpty().doesNotContain("再次低分");
    }

    @Test
    void opensNoneForAnAnswerThatWasLeftOutBeforeItWasReadUntilItIsTakenIn() throws Exception {
        var answered = new Answered(context, "NAMED", null);
        var leaving = context.getBean(LeavingOut.class);
        var trial = requireNonNull(context.getBean(TransactionTemplate.class).execute(it -> {
            var given = answered.by(account.customer(), account.contact(), LOW, WORDS);
            people.as(office, () -> leaving.leaveOut(answered.survey(), given, LeftOutReason.TRIAL, "试填的一份"));
            return given;
        }));
        answered.read();
        assertThat(count("follow_up where response_id = '" + trial + "'")).isZero();

        people.as(office, () -> leaving.takeIn(answered.survey(), trial, "其实是客户本人填的"));
        answered.read();
        assertThat(count("follow_up where response_id = '" + trial + "'")).isOne();
    }

    @Test
    void neverOpensOneForAnAnonymousAnswerAndKeepsConfidencesWithTheOffice() throws Exception {
        var anonymous = new Answered(context, "ANONYMOUS", null);
        var unknown = anonymous.by(account.customer(), null, LOW, WORDS);
        var confidential = new Answered(context, "CONFIDENTIAL", office);
        var known = confidential.by(account.customer(), account.contact(), LOW, WORDS);
        anonymous.read();
        assertThat(count("follow_up where response_id = '" + unknown + "'")).isZero();

        var id = followUp(known);
        csr.get("/follow-ups/" + id).andExpect(status().isNotFound());
        csr.get("/follow-ups").andExpect(jsonPath("$.items.length()").value(0));
        assertThat(body(get(account.csr(), "/customers/" + account.customer() + "?tab=timeline", "en")))
            .doesNotContain("opened a follow-up");
        new Api(context, office).get("/follow-ups/" + id)
            .andExpect(jsonPath("$.confidential").value(true))
            .andExpect(jsonPath("$.owner").value(office.toString()));
    }

    @Test
    void leavesOldAnswersAndOtherPeoplesSurveysAlone() {
        var answered = new Answered(context, "NAMED", null);
        var old = answered.by(account.customer(), account.contact(), LOW, WORDS,
                new Accounts(context).today().minusDays(31), "{}");
        var agency = new Answered(context, "NAMED", null);
        jdbc.sql("update survey set origin = 'AGENCY' where id = ?").param(agency.survey()).update();
        var theirs = agency.by(account.customer(), account.contact(), LOW, WORDS);
        answered.read();
        assertThat(count("follow_up where response_id in ('" + old + "', '" + theirs + "')")).isZero();
        assertThat(count("answer_unread where response_id in ('" + old + "', '" + theirs + "')")).isZero();
    }

    @Test
    void goesFromTheTalkToItsOutcomeAndBecomesAnExpectation() throws Exception {
        var answered = new Answered(context, "NAMED", null);
        var path = "/follow-ups/" + followUp(answered, LOW, WORDS);
        csr.post(path + "/done", 0, "{\"outcome\": \"已补发\", \"cause\": \"process\"}")
            .andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.code").value("followup.done.wrong_state"));
        csr.post(path + "/contact", 0, "{\"channel\": \"PHONE\", \"said\": \"希望备件两天内到\"}")
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.state").value("CONTACTED"));
        csr.post(path + "/contact", 0, "{\"channel\": \"PHONE\", \"said\": \"再说一次\"}")
            .andExpect(status().isPreconditionFailed());
        csr.post(path + "/expectation", "{\"verbatim\": \"备件两天内到现场\", \"flow\": \"ITR\"}")
            .andExpect(status().isCreated());
        csr.post(path + "/done", 1, "{\"outcome\": \"改了备件分仓\", \"cause\": \"nothing_known\"}")
            .andExpect(jsonPath("$.errors[0].field").value("cause"));
        csr.post(path + "/done", 1,
                "{\"outcome\": \"改了备件分仓\", \"cause\": \"process\", \"flow\": \"ITR\", \"told\": \"我们已在上海增设备件仓\"}")
            .andExpect(jsonPath("$.state").value("DONE"))
            .andExpect(jsonPath("$.links[0].kind").value("EXPECTATION"));
        var expectation = jdbc.sql("select record_id from follow_up_link order by linked_at desc limit 1")
            .query(UUID.class)
            .single();
        assertThat(body(get(account.csr(), "/expectations/" + expectation, "zh"))).contains("来自低分回访", path);
        csr.get("/follow-up-causes?view=all&customer=" + account.customer())
            .andExpect(jsonPath("$.rows[0].cause.code").value("process"))
            .andExpect(jsonPath("$.rows[0].byFlow[2]").value(1))
            .andExpect(jsonPath("$.backOffice").value(1));
    }

    @Test
    void becomesAComplaintWithItsWordsAndItsOwner() throws Exception {
        var answered = new Answered(context, "NAMED", null);
        var path = "/follow-ups/" + followUp(answered, LOW, WORDS);
        csr.post(path + "/contact", 0, "{\"channel\": \"PHONE\", \"said\": \"备件等了三周，产线停了\"}")
            .andExpect(status().isOk());
        csr.post(path + "/complaint", "{\"verbatim\": \"备件等了三周，产线停了\", \"impact\": 9, \"urgency\": 2}")
            .andExpect(status().isBadRequest());
        csr.post(path + "/complaint",
                "{\"verbatim\": \"备件等了三周，产线停了\", \"impact\": 2, \"urgency\": 2, \"flow\": \"ITR\"}")
            .andExpect(status().isCreated());
        csr.get(path).andExpect(jsonPath("$.links[0].kind").value("COMPLAINT"));
        var complaint = jdbc.sql("select record_id from follow_up_link order by linked_at desc limit 1")
            .query(UUID.class)
            .single();
        assertThat(body(get(account.csr(), "/complaints/" + complaint, "zh"))).contains("备件等了三周，产线停了", "F-");
        assertThat(body(get(account.csr(), path, "zh"))).contains("/complaints/" + complaint);
    }

    @Test
    void showsEveryPageInBothLanguages() throws Exception {
        var answered = new Answered(context, "NAMED", null);
        var id = followUp(answered, LOW, WORDS);
        for (var language : List.of("zh", "en")) {
            for (var page : List.of("/follow-ups", "/follow-ups?view=all&state=OPEN&cause=it&flow=LTC&q=F-",
                    "/follow-ups/" + id, "/follow-ups/" + id + "?act=not-reached", "/follow-ups/" + id + "?act=owner",
                    "/follow-ups/" + id + "?act=due", "/follow-ups/" + id + "/expectation",
                    "/follow-ups/" + id + "/complaint", "/follow-ups/rules", "/follow-ups/causes",
                    "/follow-ups/bulk?id=" + id, "/customers/" + account.customer() + "?tab=follow-ups", "/work")) {
                assertThat(body(get(account.csr(), page, language))).as(page).contains("</main>").doesNotContain("??");
            }
            for (var page : List.of("/follow-ups/rules/new", "/follow-ups/rules/0199b000-0000-7000-8000-000000000001",
                    "/follow-ups/rules/causes/it", "/follow-ups/rules/causes/new", "/follow-ups/rules")) {
                assertThat(body(get(office, page, language))).as(page).contains("</main>").doesNotContain("??");
            }
        }
        assertThat(get(account.csr(), "/follow-ups/rules/new", "zh")).hasStatus(403);
        assertThat(get(account.csr(), "/follow-ups/export.csv?view=all", "zh")).hasStatusOk();
        assertThat(body(get(account.csr(), "/follow-ups/export.csv?view=all", "zh"))).contains("备件等了三周");
    }

    @Test
    void asksTheDatabaseAConstantNumberOfTimes() throws Exception {
        var answered = new Answered(context, "NAMED", null);
        followUp(answered, LOW, WORDS);
        get(account.csr(), "/follow-ups", "zh");
        var few = Statements.of(() -> get(account.csr(), "/follow-ups", "zh")).size();
        for (int i = 0; i < 5; i++) {
            answered.by(account.customer(), account.contact(), LOW, WORDS);
        }
        answered.read();
        get(account.csr(), "/follow-ups", "zh");
        assertThat(Statements.of(() -> get(account.csr(), "/follow-ups", "zh"))).hasSize(few);
    }

    @Test
    void letsTheOfficeWriteRulesAndNobodyElse() throws Exception {
        var api = new Api(context, office);
        var rule = "{\"name\": \"试\", \"nameEn\": \"Try\", \"active\": false, \"words\": [\"漏油\"], \"decidersOnly\": false,"
                + " \"dueHours\": 4, \"sort\": 50}";
        api.post("/follow-up-rules", rule).andExpect(status().isCreated()).andExpect(jsonPath("$.version").value(0));
        api.post("/follow-up-rules", rule.replace("\"words\": [\"漏油\"], ", ""))
            .andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.code").value("followup.rule.empty"));
        csr.post("/follow-up-rules", rule).andExpect(status().isForbidden());
        api.post("/causes",
                "{\"code\": \"Bad Code\", \"name\": \"x\", \"nameEn\": \"x\", \"backOffice\": true, \"sort\": 1}")
            .andExpect(jsonPath("$.errors[0].field").value("code"));
    }

    private UUID followUp(Answered answered, String items, String words) {
        var answer = answered.by(account.customer(), account.contact(), items, words);
        answered.read();
        return followUp(answer);
    }

    private UUID followUp(UUID answer) {
        return jdbc.sql("select id from follow_up where response_id = ?").param(answer).query(UUID.class).single();
    }

    private List<String> rules(UUID answer) {
        return jdbc
            .sql("select r.name from follow_up_reason w join follow_up_rule r on r.id = w.rule_id"
                    + " where w.response_id = ?")
            .param(answer)
            .query(String.class)
            .list();
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult get(StaffId who, String address,
            String language) {
        return web.get().uri(address).header("Accept-Language", language).with(SignedIn.as(who)).exchange();
    }

    private static String body(org.springframework.test.web.servlet.assertj.MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

}
