package io.cesm.web.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.cesm.domain.people.Role;
import io.cesm.domain.support.Statements;
import io.cesm.expectation.LinkMisses;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@WebTest
class AnswerIntakeTests {

    private static final String ANSWERS = "{\"q1\": 4, \"q2\": 6, \"q3.parts\": 5, \"q4\": \"yes\", \"q6\": 9, \"q7\": \"很快\"}";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    private AskedWorld world;

    @BeforeEach
    void somebodyToAsk() {
        world = new AskedWorld(context);
        jdbc.sql("delete from confirmation_miss").update();
    }

    private ResultActions send(String token, String answers) throws Exception {
        return mvc.perform(post("/a/answers").contentType(MediaType.APPLICATION_JSON)
            .content("{\"link\": \"%s\", \"language\": \"zh\", \"answers\": %s}".formatted(token, answers)));
    }

    @Test
    void takesAnAnswerInOneStatementAfterFindingWhoGivesIt() throws Exception {
        var survey = world.survey("transactional", Anonymity.NAMED);
        send(world.invite(survey).token(), ANSWERS).andExpect(status().isCreated());
        var asked = world.invite(survey);
        assertThat(Statements.of(() -> send(asked.token(), ANSWERS).andExpect(status().isCreated())
            .andExpect(jsonPath("$.receipt").isNotEmpty()))).hasSize(2);
    }

    @Test
    void countsTheSameAnswerOnceHoweverOftenItIsSentAtATime() throws Exception {
        var survey = world.survey("transactional", Anonymity.NAMED);
        try (var threads = Executors.newFixedThreadPool(5)) {
            for (int round = 0; round < 6; round++) {
                var token = world.invite(survey).token();
                Callable<String> sending = () -> send(token, ANSWERS).andExpect(status().is2xxSuccessful())
                    .andReturn()
                    .getResponse()
                    .getContentAsString()
                    .replaceAll(",\"repeated.*", "");
                var tries = new ArrayList<Callable<String>>();
                for (int i = 0; i <= round % 5; i++) {
                    tries.add(sending);
                }
                var receipts = threads.invokeAll(tries);
                assertThat(receipts.stream().map(it -> it.resultNow()).distinct()).hasSize(1);
                assertThat(world.count("survey_response", survey)).isEqualTo(round + 1);
            }
        }
        assertThat(world.count("survey_response_key", survey)).isEqualTo(6);
    }

    @Test
    void refusesAnotherAnswerUnderTheSameKeyAndWhatCannotBe() throws Exception {
        var survey = world.survey("transactional", Anonymity.NAMED);
        var token = world.invite(survey).token();
        send(token, "{\"q1\": 9, \"q4\": \"perhaps\"}").andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.errors[*].field")
                .value(org.hamcrest.Matchers.hasItems("answers.q1", "answers.q2", "answers.q4")));
        send(token, "{\"q1\": {\"x\": 1}}").andExpect(status().isUnprocessableContent());
        send(token, ANSWERS).andExpect(status().isCreated());
        send(token, ANSWERS).andExpect(status().isOk()).andExpect(jsonPath("$.repeated").value(true));
        send(token, ANSWERS.replace("4", "5")).andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.code").value("answer.key_reused"));
        send("A".repeat(43), ANSWERS).andExpect(status().isGone());
        assertThat(world.count("survey_response", survey)).isOne();
    }

    @Test
    void whoGuessedTooOftenIsNotLetInByALuckyGuess() throws Exception {
        var token = world.invite(world.survey("transactional", Anonymity.NAMED)).token();
        for (int i = 0; i < LinkMisses.A_MINUTE; i++) {
            send("A".repeat(43), ANSWERS).andExpect(status().isGone());
        }
        send("A".repeat(43), ANSWERS).andExpect(status().isTooManyRequests());
        send(token, ANSWERS).andExpect(status().isTooManyRequests());
        jdbc.sql("delete from confirmation_miss").update();
        send(token, ANSWERS).andExpect(status().isCreated());
    }

    @Test
    void takesFromADeviceOneAnswerForEachKey() throws Exception {
        var survey = world.survey("transactional", Anonymity.NAMED);
        var csr = new Api(context, world.account.csr());
        var link = Api.<String>read(csr.post("/surveys/" + survey + "/devices", "{\"label\": \"展厅\"}"), "$.link");
        var token = link.substring(link.lastIndexOf('/') + 1);
        for (int i = 0; i < 6; i++) {
            mvc.perform(post("/a/answers").contentType(MediaType.APPLICATION_JSON)
                .content(
                        "{\"link\": \"%s\", \"key\": \"d-%d\", \"offline\": true, \"answeredAt\": \"%s\", \"answers\": %s}"
                            .formatted(token, i / 2, world.now(), ANSWERS)))
                .andExpect(status().is2xxSuccessful());
        }
        send(token, ANSWERS).andExpect(status().isUnprocessableContent());
        assertThat(jdbc
            .sql("select count(*) from survey_response where survey_id = ? and channel = 'OFFLINE'"
                    + " and customer_id is null")
            .param(survey)
            .query(Integer.class)
            .single()).isEqualTo(3);
        csr.delete("/surveys/" + survey + "/devices/"
                + jdbc.sql("select id from survey_device where survey_id = ?").param(survey).query(UUID.class).single())
            .andExpect(status().isNoContent());
    }

    @Test
    void showsNamesToThoseTheyWerePromisedTo() throws Exception {
        var body = "{\"contact\": \"%s\", \"answers\": %s}".formatted(world.account.contact(), ANSWERS);
        var csr = new Api(context, world.account.csr());
        var named = world.survey("transactional", Anonymity.NAMED);
        csr.postOnce("/surveys/" + named + "/answers", "k1", body).andExpect(status().isCreated());
        csr.postOnce("/surveys/" + named + "/answers", "k1", body).andExpect(status().is2xxSuccessful());
        csr.post("/surveys/" + named + "/answers", body).andExpect(status().isUnprocessableContent());
        csr.get("/surveys/" + named + "/answers")
            .andExpect(jsonPath("$.items.length()").value(1))
            .andExpect(jsonPath("$.items[0].contactName").value("周工"))
            .andExpect(jsonPath("$.items[0].items.q1").value(4));
        new Api(context, people.hire(Role.CSR)).get("/surveys/" + named + "/answers")
            .andExpect(jsonPath("$.items.length()").value(0));

        var confidential = world.survey("transactional", Anonymity.CONFIDENTIAL);
        csr.postOnce("/surveys/" + confidential + "/answers", "c1", body).andExpect(status().isCreated());
        csr.get("/surveys/" + confidential + "/answers").andExpect(status().isUnprocessableContent());
        for (int i = 2; i < 6; i++) {
            csr.postOnce("/surveys/" + confidential + "/answers", "c" + i, body).andExpect(status().isCreated());
        }
        csr.get("/surveys/" + confidential + "/answers")
            .andExpect(jsonPath("$.items.length()").value(5))
            .andExpect(jsonPath("$.items[0].contactName").doesNotExist())
            .andExpect(jsonPath("$.items[0].words.q7").doesNotExist())
            .andExpect(jsonPath("$.items[0].items.q1").value(4));
        new Api(context, people.hire(Role.OFFICE)).get("/surveys/" + confidential + "/answers?size=2")
            .andExpect(jsonPath("$.items[0].contactName").value("周工"))
            .andExpect(jsonPath("$.next").isNotEmpty());

        var anonymous = world.survey("transactional", Anonymity.ANONYMOUS);
        csr.postOnce("/surveys/" + anonymous + "/answers", "a1", body).andExpect(status().isUnprocessableContent());
    }

}
