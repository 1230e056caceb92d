package io.cesm.web.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.support.Statements;
import io.cesm.satisfaction.voice.RereadingComments;
import io.cesm.web.followup.Answered;
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
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class VoicePagesTests {

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
    void showsCommentsWithThemesAndFeelingsToThoseWhoLookAfterTheCustomer() throws Exception {
        var survey = named("备件等了三周，没人管", "工程师很专业，谢谢");
        csr.get("/voices?survey=" + survey)
            .andExpect(jsonPath("$.items", hasSize(2)))
            .andExpect(jsonPath("$.items[*].themes[*]", hasItem("parts")))
            .andExpect(jsonPath("$.items[?(@.sentiment == -1)].body", hasItem("备件等了三周，没人管")));
        csr.get("/voices?survey=" + survey + "&q=%E4%B8%89%E5%91%A8").andExpect(jsonPath("$.items", hasSize(1)));
        csr.get("/voices?survey=" + survey + "&theme=skill&feel=GOOD").andExpect(jsonPath("$.items", hasSize(1)));
        new Api(context, new Accounts(context).make().csr()).get("/voices?survey=" + survey)
            .andExpect(jsonPath("$.items", hasSize(0)));
        csr.get("/voice-figures?survey=" + survey)
            .andExpect(jsonPath("$[?(@.theme == 'parts')].bad", hasItem(1)))
            .andExpect(jsonPath("$[?(@.theme == 'parts')].level", hasItem(nullValue())));
    }

    @Test
    void holdsBackNamelessCommentsOfFewerThanEightAndWhatGivesThemAway() throws Exception {
        var answered = new Answered(context, "ANONYMOUS", null);
        var api = new Api(context, office);
        for (int i = 0; i < 7; i++) {
            anonymous(answered, i, "1");
        }
        answered.read();
        api.get("/voices?survey=" + answered.survey()).andExpect(jsonPath("$.items", hasSize(0)));
        anonymous(answered, 7, "1");
        answered.read();
        api.get("/voices?survey=" + answered.survey())
            .andExpect(jsonPath("$.items", hasSize(8)))
            .andExpect(jsonPath("$.items[0].customer").value(nullValue()));

        anonymous(answered, 8, "2");
        anonymous(answered, 9, "2");
        answered.read();
        api.get("/voices?survey=" + answered.survey() + "&tier=2").andExpect(jsonPath("$.items", hasSize(0)));
        api.get("/voices?survey=" + answered.survey() + "&tier=1").andExpect(jsonPath("$.items", hasSize(0)));
        assertThat(body(get(office, "/surveys/" + answered.survey() + "/voices?tier=1", "zh"))).contains("没有显示");
        new Api(context, new Accounts(context).make().csr()).get("/voices?survey=" + answered.survey())
            .andExpect(jsonPath("$.items", hasSize(0)));
    }

    @Test
    void namesWhoWroteInConfidenceToTheOfficeAlone() throws Exception {
        var answered = new Answered(context, "CONFIDENTIAL", office);
        for (int i = 0; i < 8; i++) {
            answered.by(account.customer(), account.contact(), "{\"q1\": 4}", "{\"q7\": \"沟通很好 " + i + "\"}");
        }
        answered.read();
        csr.get("/voices?survey=" + answered.survey())
            .andExpect(jsonPath("$.items", hasSize(8)))
            .andExpect(jsonPath("$.items[0].customerName").value(nullValue()));
        new Api(context, office).get("/voices?survey=" + answered.survey())
            .andExpect(jsonPath("$.items[0].customer").value(account.customer().toString()));
    }

    @Test
    void readsEverythingAgainWhenTheDictionaryChanges() throws Exception {
        var survey = named("你们的值夜班电话打不通");
        var api = new Api(context, office);
        var code = "night" + UUID.randomUUID().toString().substring(0, 6);
        api.post("/voice-themes", "{\"code\": \"" + code
                + "\", \"name\": \"夜班\", \"nameEn\": \"Night shift\", \"words\": [\"夜班\"], \"active\": true, \"sort\": 5}")
            .andExpect(status().isCreated());
        context.getBean(RereadingComments.class).read(5_000);
        csr.get("/voices?survey=" + survey + "&theme=" + code).andExpect(jsonPath("$.items", hasSize(1)));
        csr.post("/voice-themes", "{\"code\": \"mine\", \"name\": \"x\", \"nameEn\": \"x\", \"words\": [\"x\"],"
                + " \"active\": true, \"sort\": 5}")
            .andExpect(status().isForbidden());
    }

    @Test
    void twoCodersAreToldHowFarTheyAgree() throws Exception {
        var survey = named("备件等了三周", "工程师很专业", "发票开错了");
        var second = people.hire(account.unit(), Role.OFFICE);
        var comments = jdbc.sql("select id from survey_comment where survey_id = ? order by id")
            .param(survey)
            .query(UUID.class)
            .list();
        for (int i = 0; i < comments.size(); i++) {
            var path = "/surveys/" + survey + "/voices/" + comments.get(i) + "/code";
            new Api(context, office).post(path, "{\"theme\": \"parts\", \"sentiment\": -1}")
                .andExpect(status().isNoContent());
            new Api(context, second)
                .post(path, "{\"theme\": \"" + (i == 0 ? "parts" : "price") + "\", \"sentiment\": -1}")
                .andExpect(status().isNoContent());
        }
        new Api(context, office).get("/surveys/" + survey + "/voices/agreement")
            .andExpect(jsonPath("$[0].themes.kappa.n").value(3))
            .andExpect(jsonPath("$[0].sentiment.observed").value(1.0));
        new Api(context, office).get("/surveys/" + survey + "/voices/coding").andExpect(status().isNotFound());
        csr.get("/surveys/" + survey + "/voices/coding").andExpect(status().isForbidden());
    }

    @Test
    void showsEveryPageInBothLanguages() throws Exception {
        var survey = named("备件等了三周，没人管", "The engineer was very helpful", "交期又推迟了");
        for (var language : List.of("zh", "en")) {
            for (var page : List.of("/voices", "/voices?q=%E5%A4%87%E4%BB%B6&theme=parts&feel=BAD&tier=1&levelTo=50",
                    "/voices/themes", "/voices/dictionary", "/surveys/" + survey + "/voices",
                    "/surveys/" + survey + "/voices/themes", "/surveys/" + survey + "/voices/coding",
                    "/voices/dictionary/new", "/voices/dictionary/parts")) {
                assertThat(body(get(office, page, language))).as(page).contains("</main>").doesNotContain("??");
            }
            assertThat(body(get(account.csr(), "/voices", language))).contains("</main>").doesNotContain("??");
        }
        assertThat(body(get(account.csr(), "/voices/export.csv?survey=" + survey, "zh"))).contains("备件等了三周");
        assertThat(get(account.csr(), "/voices/themes/export.csv?survey=" + survey, "zh")).hasStatusOk();
    }

    @Test
    void asksTheDatabaseAConstantNumberOfTimes() throws Exception {
        var page = "/surveys/" + named("备件等了三周") + "/voices";
        get(account.csr(), page, "zh");
        var few = Statements.of(() -> get(account.csr(), page, "zh")).size();
        named("一", "二", "三", "四", "五");
        get(account.csr(), "/voices", "zh");
        get(account.csr(), page, "zh");
        assertThat(Statements.of(() -> get(account.csr(), page, "zh"))).hasSize(few);
    }

    private UUID named(String... comments) {
        var answered = new Answered(context, "NAMED", null);
        for (var comment : comments) {
            answered.by(account.customer(), account.contact(), "{\"q1\": 3, \"q6\": 7}",
                    "{\"q7\": \"" + comment + "\"}");
        }
        answered.read();
        return answered.survey();
    }

    private void anonymous(Answered answered, int i, String tier) {
        answered.by(account.customer(), null, "{\"q1\": 4}", "{\"q7\": \"沟通很好 " + i + "\"}",
                new Accounts(context).today(), "{\"tier\": \"" + tier + "\"}");
    }

    private MvcTestResult get(StaffId who, String address, String language) {
        return web.get().uri(address).header("Accept-Language", language).with(SignedIn.as(who)).exchange();
    }

    private static String body(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

}
