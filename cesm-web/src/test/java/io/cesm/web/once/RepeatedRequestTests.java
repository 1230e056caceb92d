package io.cesm.web.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;

import io.cesm.web.support.Accounts;
import io.cesm.web.support.Api;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.Tokens;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/**
 * Who asks again with the same key gets the first answer, also when the program died
 * between its commit and that answer.
 */
@WebTest
class RepeatedRequestTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SuddenDeath death;

    Accounts.Made account;

    Api csr;

    final String key = UUID.randomUUID().toString();

    @BeforeEach
    void anAccount() {
        account = new Accounts(context).make();
        csr = new Api(context, account.csr());
    }

    @Test
    void aFormWhoseFirstTryDiedIsAnsweredAsItWouldHaveBeen() throws Exception {
        var form = post("/expectations/new").with(SignedIn.as(account.csr()))
            .with(csrf())
            .contentType("application/x-www-form-urlencoded")
            .param("_nonce", key)
            .param("customer", account.customer().toString())
            .param("contact", account.contact().toString())
            .param("verbatim", "备件要在三天内到");
        death.strikeBeforeTheAnswer();
        assertThatThrownBy(() -> mvc.perform(form)).isInstanceOf(SuddenDeath.Died.class);
        assertThat(expectations()).isEqualTo(1);

        var first = mvc.perform(form).andExpect(redirectedUrlPattern("/expectations/*")).andReturn();
        mvc.perform(form)
            .andExpect(status().is3xxRedirection())
            .andExpect(header().string("Location", first.getResponse().getRedirectedUrl()))
            .andExpect(header().string("Idempotency-Replayed", "true"));

        assertThat(expectations()).isEqualTo(1);
    }

    @Test
    void aProgramWhoseFirstTryDiedGetsTheRecordItMade() throws Exception {
        death.strikeBeforeTheAnswer();
        assertThatThrownBy(() -> capture()).isInstanceOf(SuddenDeath.Died.class);

        var again = capture().andExpect(status().isCreated()).andExpect(header().string("ETag", "\"0\""));
        String id = Api.read(again, "$.id");
        capture().andExpect(status().isCreated())
            .andExpect(header().string("Location", "/api/v1/expectations/" + id))
            .andExpect(jsonPath("$.id").value(id));

        assertThat(expectations()).isEqualTo(1);
    }

    @Test
    void aStepThatNeededTheOldVersionIsNotRefusedTheSecondTime() throws Exception {
        String id = Api.read(capture(), "$.id");
        var path = "/api/v1/expectations/" + id + "/withdraw";
        var tokens = context.getBean(Tokens.class);
        var asking = post(path).with(tokens.of(account.csr()))
            .header("Idempotency-Key", "w" + key)
            .header("If-Match", "\"0\"")
            .contentType("application/json")
            .content("{\"because\": \"客户撤回\"}");
        death.strikeAfterCommits(1);
        mvc.perform(asking).andExpect(status().isInternalServerError());

        mvc.perform(asking).andExpect(status().isOk()).andExpect(header().string("ETag", "\"1\""));
    }

    @Test
    void manyAreChangedOnceEachThoughTheFirstTryDiedHalfWay() throws Exception {
        String one = Api.read(csr.postOnce("/expectations", "1" + key, wish()), "$.id");
        String two = Api.read(csr.postOnce("/expectations", "2" + key, wish()), "$.id");
        var body = "{\"expectations\": [\"%s\", \"%s\"], \"dueOn\": \"2031-03-01\", \"because\": \"x\"}".formatted(one,
                two);
        death.strikeAfterCommits(1);
        csr.postOnce("/expectations/bulk", key, body).andExpect(status().isInternalServerError());
        assertThat(moved(one) + moved(two)).isEqualTo(1);

        csr.postOnce("/expectations/bulk", key, body)
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.changed").value(2))
            .andExpect(jsonPath("$.results[0].number", startsWith("E-")));

        assertThat(moved(one)).isEqualTo(1);
        assertThat(moved(two)).isEqualTo(1);
    }

    @Test
    void whatIsKeptForARepetitionOpensWithItsKeyAlone() throws Exception {
        death.strikeBeforeTheAnswer();
        assertThatThrownBy(() -> capture()).isInstanceOf(SuddenDeath.Died.class);
        var id = jdbc.sql("select id::text from expectation where customer_id = ?")
            .param(account.customer())
            .query(String.class)
            .single();
        assertThat(readable("result", id)).as("what the use case returned").isFalse();

        assertThat(Api.<String>read(capture(), "$.id")).isEqualTo(id);

        assertThat(readable("body", id)).as("the answer").isFalse();
        csr.postOnce("/expectations", key, wish().replace("三", "五"))
            .andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.code").value("key.reused"));
    }

    private ResultActions capture() throws Exception {
        return csr.postOnce("/expectations", key, wish());
    }

    private String wish() {
        return "{\"customer\": \"%s\", \"contact\": \"%s\", \"verbatim\": \"备件要在三天内到\"}".formatted(account.customer(),
                account.contact());
    }

    private int expectations() {
        return jdbc.sql("select count(*) from expectation where customer_id = ?")
            .param(account.customer())
            .query(Integer.class)
            .single();
    }

    private int moved(String id) {
        return jdbc
            .sql("select count(*) from expectation where id = ?::uuid and due_on = date '2031-03-01' and version = 1")
            .param(id)
            .query(Integer.class)
            .single();
    }

    private boolean readable(String column, String text) {
        return jdbc
            .sql("select bool_or(position(convert_to(?, 'UTF8') in " + column + ") > 0) from once_key where " + column
                    + " is not null")
            .param(text)
            .query(Boolean.class)
            .single();
    }

}
