package io.cesm.web.expectation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.cesm.domain.people.Right;
import io.cesm.domain.support.Statements;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.Api;
import io.cesm.web.support.Tokens;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** What several people do with one expectation, by programs. */
@WebTest
class WorkingTogetherApiTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    Accounts.Made account;

    Api csr;

    Api fr;

    Api stranger;

    @BeforeEach
    void anAccountWithItsTeam() {
        account = new Accounts(context).make();
        csr = new Api(context, account.csr());
        fr = new Api(context, account.fr());
        stranger = new Api(context, new Accounts(context).make().csr());
    }

    @Test
    void isHandedOverByAHandshake() throws Exception {
        var id = capture("备件要在 48 小时内到货");
        var path = "/expectations/" + id + "/hand-over";

        csr.post(path, "{\"receiver\": \"%s\", \"note\": \"请接手\"}".formatted(account.fr()))
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.to").value(account.fr().toString()))
            .andExpect(jsonPath("$.byMe").value(true));
        csr.post(path, "{\"receiver\": \"%s\"}".formatted(account.fr()))
            .andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.code").value("expectation.handover.open"));
        fr.get("/hand-overs").andExpect(jsonPath("$.items[*].expectation", hasItem(id)));
        csr.post(path + "/accept", "{}").andExpect(jsonPath("$.code").value("expectation.handover.not_yours"));

        fr.post(path + "/accept", "{}").andExpect(status().isNoContent());

        fr.get("/expectations/" + id).andExpect(jsonPath("$.owner").value(account.fr().toString()));
        fr.get(path).andExpect(status().isNotFound());
        csr.get("/notices").andExpect(jsonPath("$.items[0].kind").value("EXPECTATION_TAKEN"));
    }

    @Test
    void isRefusedWithAReasonAndTakenBack() throws Exception {
        var path = "/expectations/" + capture("图纸要提前一周给到") + "/hand-over";
        var offer = "{\"receiver\": \"%s\"}".formatted(account.fr());

        csr.post(path, offer).andExpect(status().isOk());
        fr.post(path + "/refuse", "{}")
            .andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.errors[0].field").value("because"));
        fr.post(path + "/refuse", "{\"because\": \"在外出差\"}").andExpect(status().isNoContent());
        csr.post(path, offer).andExpect(status().isOk());
        csr.post(path + "/take-back", "{}").andExpect(status().isOk());

        fr.post(path + "/accept", "{}").andExpect(status().isNotFound());
        stranger.post(path, offer).andExpect(status().isNotFound());
        stranger.get(path).andExpect(status().isNotFound());
    }

    @Test
    void manyAreChangedEachOnItsOwn() throws Exception {
        var mine = capture("噪声要降到 70 分贝以下");
        var closed = capture("培训资料要中文版");
        csr.post("/expectations/" + closed + "/withdraw", 0, "{\"because\": \"客户撤回\"}").andExpect(status().isOk());
        var nothing = UUID.randomUUID();

        csr.post("/expectations/bulk",
                """
                        {"expectations": ["%s", "%s", "%s"], "owner": "%s", "dueOn": "2031-03-01", "because": "年度调整"}"""
                    .formatted(mine, closed, nothing, account.fr()))
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.changed").value(1))
            .andExpect(jsonPath("$.refused").value(2))
            .andExpect(jsonPath("$.results[0].changed").value(true))
            .andExpect(jsonPath("$.results[1].detail").isNotEmpty())
            .andExpect(jsonPath("$.results[2].code").value("unknown"));

        csr.get("/expectations/" + mine)
            .andExpect(jsonPath("$.owner").value(account.fr().toString()))
            .andExpect(jsonPath("$.dueOn").value("2031-03-01"));
        csr.post("/expectations/bulk", "{\"expectations\": []}").andExpect(status().isUnprocessableContent());
        csr.post("/expectations/bulk", "{\"expectations\": [\"%s\"]}".formatted(mine))
            .andExpect(jsonPath("$.code").value("expectation.bulk.nothing"));
        stranger.post("/expectations/bulk", "{\"expectations\": [\"%s\"], \"dueOn\": \"2031-01-01\"}".formatted(mine))
            .andExpect(jsonPath("$.changed").value(0))
            .andExpect(jsonPath("$.results[0].code").value("unknown"));
    }

    @Test
    void becomesARequirementThatDevelopmentMovesOn() throws Exception {
        var id = capture("希望设备支持远程诊断");
        var raised = csr
            .post("/expectations/" + id + "/requirements", "{\"title\": \"远程诊断\", \"statement\": \"支持远程诊断\"}")
            .andExpect(status().isCreated())
            .andExpect(header().string("ETag", "\"0\""))
            .andExpect(jsonPath("$.verbatim").value("希望设备支持远程诊断"));
        var path = "/requirements/" + Api.read(raised, "$.id");

        fr.post(path + "/move", "{\"to\": \"ACCEPTED\"}").andExpect(status().isPreconditionRequired());
        fr.post(path + "/move", 9, "{\"to\": \"ACCEPTED\"}").andExpect(status().isPreconditionFailed());
        fr.post(path + "/move", 0, "{\"to\": \"RELEASED\"}").andExpect(status().isUnprocessableContent());
        fr.post(path + "/move", 0, "{\"to\": \"ACCEPTED\", \"externalKey\": \"PDM-77\"}")
            .andExpect(status().isOk())
            .andExpect(header().string("ETag", "\"1\""))
            .andExpect(jsonPath("$.externalKey").value("PDM-77"))
            .andExpect(jsonPath("$.next", hasItem("PLANNED")));

        csr.get("/expectations/" + id + "/requirements").andExpect(jsonPath("$.items.length()").value(1));
        csr.get("/requirements?state=ACCEPTED").andExpect(jsonPath("$.items[*].expectation", hasItem(id)));
        stranger.get(path).andExpect(status().isNotFound());
        stranger.post(path + "/move", 1, "{\"to\": \"PLANNED\"}").andExpect(status().isNotFound());
        stranger.get("/requirements").andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void isConfirmedByALinkThatIsShownOnce() throws Exception {
        var id = delivered("月报每月 5 日前发出");
        var path = "/expectations/" + id + "/links";
        var key = UUID.randomUUID().toString();

        var made = csr.postOnce(path, key, "{}")
            .andExpect(status().isCreated())
            .andExpect(header().string("Cache-Control", "no-store"))
            .andExpect(jsonPath("$.url", startsWith("http")));
        String url = Api.read(made, "$.url");
        var token = url.substring(url.lastIndexOf('/') + 1);

        assertThat(jdbc.sql("""
                select count(*) from once_key
                 where position(convert_to(?, 'UTF8') in coalesce(body, '') || coalesce(result, '')) > 0""")
            .param(token)
            .query(Integer.class)
            .single()).as("nobody reads the token in the database").isZero();
        csr.postOnce(path, key, "{}")
            .andExpect(status().isCreated())
            .andExpect(header().string("Cache-Control", "no-store"))
            .andExpect(jsonPath("$.url").value(url));

        csr.get(path)
            .andExpect(jsonPath("$.items.length()").value(1))
            .andExpect(jsonPath("$.items[0].state").value("OPEN"));
        assertThat(csr.get(path).andReturn().getResponse().getContentAsString()).doesNotContain(token);
        stranger.delete(path + "/" + Api.read(made, "$.id")).andExpect(status().isNotFound());
        csr.delete(path + "/" + Api.read(made, "$.id")).andExpect(status().isNoContent());
        csr.get(path).andExpect(jsonPath("$.items[0].state").value("REVOKED"));
        new Api(context, account.csr(), Right.VIEW).get(path).andExpect(status().isForbidden());
    }

    @Test
    void keepsItsDocuments() throws Exception {
        var id = capture("发票要随货");
        var path = "/expectations/" + id + "/files";
        var file = new MockMultipartFile("file", "说明.txt", "text/plain", "随货发票".getBytes(StandardCharsets.UTF_8));

        var answer = mvc
            .perform(multipart("/api/v1" + path).file(file).param("purpose", "SOURCE").with(tokens.of(account.csr())))
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.items[0].name").value("说明.txt"));
        String stored = Api.read(answer, "$.items[0].id");

        csr.get("/files/" + stored)
            .andExpect(status().isOk())
            .andExpect(header().string("X-Content-Type-Options", "nosniff"));
        stranger.get("/files/" + stored).andExpect(status().isNotFound());
        stranger.get(path).andExpect(status().isNotFound());
        csr.delete(path + "/" + stored).andExpect(status().isNoContent());
        csr.get(path).andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void standsOnBoardAndCalendar() throws Exception {
        var id = capture("希望增加夜班值守");
        csr.put("/expectations/" + id + "/due", 0, "{\"on\": \"2031-05-20\", \"because\": \"约定\"}")
            .andExpect(status().isOk());
        var mine = "customer=" + account.customer();

        csr.get("/expectations/board?" + mine)
            .andExpect(jsonPath("$[0].state").value("CAPTURED"))
            .andExpect(jsonPath("$[0].items[0].id").value(id));
        csr.get("/expectations/calendar?from=2031-05-01&to=2031-05-31&" + mine)
            .andExpect(jsonPath("$.complete").value(true))
            .andExpect(jsonPath("$.items[0].date").value("2031-05-20"))
            .andExpect(jsonPath("$.items[0].items[0].id").value(id));
        csr.get("/expectations/calendar?from=2031-05-01&to=2032-05-31").andExpect(status().isUnprocessableContent());
        csr.get("/expectations/count?" + mine).andExpect(jsonPath("$.count").value(1));
        stranger.get("/expectations/count?" + mine).andExpect(jsonPath("$.count").value(0));
    }

    @Test
    void listsCostTheSameHoweverMuchTheyShow() throws Exception {
        capture("第一条");
        int few = cost("/requirements") + cost("/hand-overs") + cost("/notices") + cost("/expectations");
        for (int i = 0; i < 5; i++) {
            var id = capture("又一条 " + i);
            csr.post("/expectations/" + id + "/requirements", "{\"title\": \"t\", \"statement\": \"s\"}");
            csr.post("/expectations/" + id + "/hand-over", "{\"receiver\": \"%s\"}".formatted(account.fr()));
        }
        int many = cost("/requirements") + cost("/hand-overs") + cost("/notices") + cost("/expectations");

        assertThat(many).isEqualTo(few);
        assertThat(cost("/requirements")).isEqualTo(1);
        assertThat(cost("/hand-overs")).isEqualTo(2);
        assertThat(cost("/notices")).isEqualTo(2);
    }

    /**
     * Statements of one request, but those that find out who asks: these are remembered
     * for a second, which passes or not.
     */
    private int cost(String path) throws Exception {
        var asked = Statements.of(() -> fr.get(path).andExpect(status().isOk()));
        return (int) asked.stream().filter(it -> !it.contains("api_token") && !it.contains("with me as (")).count();
    }

    private String delivered(String words) throws Exception {
        var id = capture(words);
        var path = "/expectations/" + id;
        csr.post(path + "/clarify", 0, """
                {"understood": "%s", "checkedWith": "%s", "fitsNoDimension": true,
                 "target": {"measure": "按时", "level": 85, "wantedOn": "2030-06-30"}}""".formatted(words,
                account.contact()))
            .andExpect(status().isOk());
        fr.post(path + "/commit", 1,
                "{\"owner\": \"%s\", \"level\": 85, \"on\": \"2030-06-30\", \"riskTakenBecause\": \"可行\"}"
                    .formatted(account.fr()))
            .andExpect(status().isOk());
        fr.post(path + "/deliver", 2, "{\"level\": 80, \"evidence\": \"已发\"}").andExpect(status().isOk());
        return id;
    }

    private String capture(String words) throws Exception {
        return Api
            .read(csr
                .post("/expectations",
                        "{\"customer\": \"%s\", \"contact\": \"%s\", \"verbatim\": \"%s\"}"
                            .formatted(account.customer(), account.contact(), words))
                .andExpect(status().isCreated()), "$.id");
    }

}
