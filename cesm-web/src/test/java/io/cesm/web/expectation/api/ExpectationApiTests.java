package io.cesm.web.expectation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WebTest
class ExpectationApiTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    StaffId csr = StaffId.next();

    StaffId fr = StaffId.next();

    UUID customer = UUID.randomUUID();

    UUID contact = UUID.randomUUID();

    @BeforeEach
    void anAccountWithItsTeam() {
        var made = new Accounts(context).make();
        csr = made.csr();
        fr = made.fr();
        customer = made.customer();
        contact = made.contact();
    }

    @Test
    void leadsAnExpectationFromTheWordsToTheConfirmation() throws Exception {
        var id = capture("备件要在 48 小时内到货");

        change(csr, id, 0, "clarify", """
                {"understood": "故障件 48 小时内送达现场", "checkedWith": "%s", "dimension": "delivery",
                 "target": {"measure": "到货时间", "level": 85, "wantedOn": "2030-06-30"}}""".formatted(contact))
            .andExpect(status().isOk())
            .andExpect(header().string("ETag", "\"1\""))
            .andExpect(jsonPath("$.state").value("CLARIFIED"));
        change(fr, id, 1, "commit",
                "{\"owner\": \"%s\", \"level\": 85, \"on\": \"2030-06-30\", \"riskTakenBecause\": \"已备库\"}"
                    .formatted(fr))
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.promise.level").value(85));
        change(csr, id, 2, "deliver", "{\"level\": 80, \"evidence\": \"签收单 3301\"}").andExpect(status().isOk());
        change(csr, id, 3, "confirm",
                """
                        {"perceivedLevel": 78, "on": "%s", "contact": "%s", "channel": "PHONE"}"""
                    .formatted(new Accounts(context).today(), contact))
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.state").value("CONFIRMED"))
            .andExpect(jsonPath("$.answer.recordedBy").value(csr.toString()));

        mvc.perform(get("/api/v1/expectations/" + id + "/timeline").with(SignedIn.as(csr)))
            .andExpect(jsonPath("$.items[*].action", hasItem("CONFIRM")))
            .andExpect(jsonPath("$.items[0].channel").exists());
    }

    @Test
    void clarifiesInADimensionOrSaysThatNoneFits() throws Exception {
        var id = capture("希望多来看看我们");
        var body = """
                {"checkedWith": "%s", "target": {"measure": "来访次数", "level": 70, "wantedOn": "2030-06-30"}%s}""";

        change(csr, id, 0, "clarify", body.formatted(contact, "")).andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.errors[0].field").value("dimension"))
            .andExpect(jsonPath("$.code").value("expectation.clarify.dimension_missing"));
        change(csr, id, 0, "clarify", body.formatted(contact, ", \"fitsNoDimension\": true")).andExpect(status().isOk())
            .andExpect(jsonPath("$.fitsNoDimension").value(true));
    }

    @Test
    void refusesASkippedStepWithASentence() throws Exception {
        var id = capture("希望增加夜班值守");

        change(fr, id, 0, "commit", "{\"level\": 85, \"on\": \"2030-06-30\"}")
            .andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.code").value("expectation.commit.wrong_state"))
            .andExpect(jsonPath("$.detail").isNotEmpty());
    }

    @Test
    void actsOnceForOneKeyAndAnswersTheSame() throws Exception {
        var key = UUID.randomUUID().toString();
        var body = body("噪声要降到 70 分贝以下");

        var first = send(csr, post("/api/v1/expectations").header("Idempotency-Key", key), body)
            .andExpect(status().isCreated())
            .andReturn()
            .getResponse();
        var again = send(csr, post("/api/v1/expectations").header("Idempotency-Key", key), body)
            .andExpect(status().isCreated())
            .andExpect(header().string("Idempotency-Replayed", "true"))
            .andReturn()
            .getResponse();
        send(csr, post("/api/v1/expectations").header("Idempotency-Key", key), body("别的话"))
            .andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.code").value("key.reused"));

        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(again.getHeader("Location")).isEqualTo(first.getHeader("Location"));
        mvc.perform(get("/api/v1/expectations").param("customer", customer.toString()).with(SignedIn.as(csr)))
            .andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    void aKeyOfSomebodyElseIsAnotherKey() throws Exception {
        var body = body("培训资料要中文版");
        send(csr, post("/api/v1/expectations").header("Idempotency-Key", "k1" + customer), body)
            .andExpect(status().isCreated());
        send(fr, post("/api/v1/expectations").header("Idempotency-Key", "k1" + customer), body)
            .andExpect(status().isCreated());

        mvc.perform(get("/api/v1/expectations").param("customer", customer.toString()).with(SignedIn.as(csr)))
            .andExpect(jsonPath("$.items.length()").value(2));
    }

    @Test
    void aChangeNeedsTheVersionThatIsStored() throws Exception {
        var id = capture("图纸要提前一周给到");
        var due = "{\"on\": \"2030-01-15\", \"because\": \"客户改期\"}";

        send(csr, put("/api/v1/expectations/" + id + "/due"), due).andExpect(status().isPreconditionRequired());
        send(csr, put("/api/v1/expectations/" + id + "/due").header("If-Match", "\"7\""), due)
            .andExpect(status().isPreconditionFailed())
            .andExpect(jsonPath("$.currentVersion").value(0));
        send(csr, put("/api/v1/expectations/" + id + "/due").header("If-Match", "\"0\""), due)
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.dueOn").value("2030-01-15"));
    }

    @Test
    void othersSeeAndTouchNothing() throws Exception {
        var id = capture("发票要随货");
        var stranger = new Accounts(context).make().csr();

        mvc.perform(get("/api/v1/expectations/" + id).with(SignedIn.as(stranger))).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/expectations").with(SignedIn.as(stranger)))
            .andExpect(jsonPath("$.items[*].id", not(hasItem(id))));
        change(stranger, id, 0, "withdraw", "{\"because\": \"x\"}").andExpect(status().isNotFound());
        send(stranger, post("/api/v1/expectations"), body("冒名登记")).andExpect(status().isNotFound());
    }

    @Test
    void fieldsNobodyKnowsAreRefused() throws Exception {
        send(csr, post("/api/v1/expectations"),
                """
                        {"customer": "%s", "contact": "%s", "verbatim": "x", "state": "CONFIRMED"}"""
                    .formatted(customer, contact))
            .andExpect(status().isBadRequest())
            .andExpect(jsonPath("$.code").value("unknown_field"))
            .andExpect(jsonPath("$.errors[*].field", contains("state")));
        mvc.perform(get("/api/v1/expectations").param("sorted", "x").with(SignedIn.as(csr)))
            .andExpect(status().isBadRequest());
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        send(csr, post("/api/v1/expectations"), "{\"customer\": \"%s\"}".formatted(customer))
            .andExpect(status().isBadRequest())
            .andExpect(jsonPath("$.errors[*].field", hasItem("verbatim")));
        send(csr, post("/api/v1/expectations"), "{\"customer\": 1").andExpect(status().isBadRequest());
    }

    private String capture(String words) throws Exception {
        var answer = send(csr, post("/api/v1/expectations"), body(words)).andExpect(status().isCreated()).andReturn();
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.id");
    }

    private String body(String words) {
        return "{\"customer\": \"%s\", \"contact\": \"%s\", \"verbatim\": \"%s\"}".formatted(customer, contact, words);
    }

    private ResultActions change(StaffId who, String id, long version, String verb, String body) throws Exception {
        return send(who, post("/api/v1/expectations/" + id + "/" + verb).header("If-Match", "\"" + version + "\""),
                body);
    }

    private ResultActions send(StaffId who, MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.with(SignedIn.as(who)).contentType(MediaType.APPLICATION_JSON).content(body));
    }

}
