package io.cesm.web.customer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;

import io.cesm.domain.people.Role;
import io.cesm.domain.support.Statements;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** People at customers by programs, and records that turn out to be the same. */
@WebTest
class ContactApiTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    Accounts.Made account;

    Api csr;

    Api stranger;

    @BeforeEach
    void anAccountWithItsTeam() {
        account = new Accounts(context).make();
        csr = new Api(context, account.csr());
        stranger = new Api(context, new Accounts(context).make().csr());
    }

    @Test
    void isFoundByEveryNumberAndEveryFormerName() throws Exception {
        var made = csr.post("/contacts", """
                {"customer": "%s", "name": "孙丽", "points": [
                   {"kind": "PHONE", "value": "138 0013 7788", "preferred": true},
                   {"kind": "PHONE", "value": "+86 21 6233 9911"},
                   {"kind": "EMAIL", "value": "Sun.Li@Example.com"}]}""".formatted(account.customer()))
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.points", hasSize(3)));
        String id = Api.read(made, "$.id");

        for (var point : new String[] { "13800137788", "%2B86138-0013-7788", "021-62339911", "sun.li@example.com" }) {
            csr.get("/contacts/lookup?point=" + point).andExpect(jsonPath("$[*].id", hasItem(id)));
        }
        csr.put("/contacts/" + id, 0, "{\"name\": \"孙丽华\"}")
            .andExpect(status().isOk())
            .andExpect(header().string("ETag", "\"1\""));
        csr.get("/contacts/lookup?point=%E5%AD%99%E4%B8%BD").andExpect(jsonPath("$[*].id", hasItem(id)));
        stranger.get("/contacts/lookup?point=13800137788").andExpect(jsonPath("$", hasSize(0)));
        stranger.get("/contacts/" + id).andExpect(status().isNotFound());
    }

    @Test
    void pointsAndConsentsChangeUnderTheContactsVersion() throws Exception {
        var path = "/contacts/" + account.contact();

        csr.post(path + "/points", "{\"kind\": \"PHONE\", \"value\": \"13900001111\"}")
            .andExpect(status().isPreconditionRequired());
        var added = csr.post(path + "/points", 0, "{\"kind\": \"PHONE\", \"value\": \"13900001111\"}")
            .andExpect(status().isOk());
        var point = path + "/points/" + Api.read(added, "$.points[0].id");
        csr.post(path + "/points", 1, "{\"kind\": \"PHONE\", \"value\": \"a b\"}")
            .andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.detail").isNotEmpty());
        csr.post(path + "/points", 1, "{\"kind\": \"EMAIL\", \"value\": \"nobody\"}")
            .andExpect(status().isUnprocessableContent());
        csr.put(point + "?keepOld=true", 1, "{\"kind\": \"PHONE\", \"value\": \"13900002222\"}")
            .andExpect(status().isOk());
        csr.get("/contacts/lookup?point=13900001111")
            .andExpect(jsonPath("$[*].id", hasItem(account.contact().toString())));
        csr.post(path + "/consents", 2, "{\"purpose\": \"SURVEY\", \"given\": true, \"channel\": \"MAIL\"}")
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.consents", hasSize(1)));
        csr.delete(point, 3).andExpect(status().isOk());
        csr.delete(point, 4).andExpect(status().isNotFound());
    }

    @Test
    void foreignIdsUnknownFieldsAndOversizeAreRefused() throws Exception {
        var other = new Accounts(context).make();

        csr.post("/contacts", "{\"customer\": \"%s\", \"name\": \"x\"}".formatted(other.customer()))
            .andExpect(status().isNotFound());
        csr.post("/contacts/" + account.contact() + "/move", 0, "{\"customer\": \"%s\"}".formatted(other.customer()))
            .andExpect(status().isNotFound());
        csr.put("/contacts/" + other.contact(), 0, "{\"name\": \"x\"}").andExpect(status().isNotFound());
        csr.post("/contacts", "{\"name\": \"x\"}").andExpect(jsonPath("$.errors[0].field").value("customer"));
        csr.post("/contacts", "{\"customer\": \"%s\", \"name\": \"x\", \"id\": 1}".formatted(account.customer()))
            .andExpect(status().isBadRequest());
        csr.post("/contacts", "{\"customer\": \"%s\", \"name\": \"%s\"}".formatted(account.customer(), "x".repeat(999)))
            .andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.errors[0].field").value("name"));
        csr.post("/contacts",
                "{\"customer\": \"%s\", \"name\": \"x\", \"influence\": 99}".formatted(account.customer()))
            .andExpect(status().isUnprocessableContent());
        csr.post("/contacts", "{\"customer\": \"x\", \"name\": \"x\"}")
            .andExpect(status().isBadRequest())
            .andExpect(jsonPath("$.errors[0].field").value("customer"));
    }

    @Test
    void theListCostsOneStatement() throws Exception {
        csr.get("/contacts?customer=" + account.customer())
            .andExpect(jsonPath("$.items[0].id").value(account.contact().toString()));
        assertThat(Statements.of(() -> csr.get("/contacts?size=1"))).hasSize(1);
        assertThat(Statements.of(() -> csr.get("/contacts?size=200"))).hasSize(1);
        csr.get("/contacts?cursor=abc").andExpect(status().isUnprocessableContent());
    }

    @Test
    void duplicatesAreSuggestedMergedAndTakenApart() throws Exception {
        var office = new Api(context, people.hire(account.unit(), Role.OFFICE));
        var name = "鼎盛精密" + UUID.randomUUID().toString().substring(0, 6);
        var first = customer(office, name);
        var second = customer(office, name + "有限公司");

        office
            .get("/duplicates/customers?name="
                    + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8))
            .andExpect(jsonPath("$[*].id", hasItem(first)));
        office.post("/duplicates/look", "{}").andExpect(status().isNoContent());
        var merge = "{\"kind\": \"CUSTOMER\", \"survivor\": \"%s\", \"absorbed\": \"%s\"}".formatted(first, second);
        office.get("/merges/preview?kind=CUSTOMER&survivor=" + first + "&absorbed=" + second)
            .andExpect(status().isOk());
        office.post("/merges", merge).andExpect(status().isPreconditionRequired());
        office.post("/merges", 9, merge).andExpect(status().isPreconditionFailed());
        var merged = office.post("/merges", 0, merge).andExpect(status().isCreated());
        office.get("/customers/" + second).andExpect(status().isTemporaryRedirect());
        office.get("/merges?kind=CUSTOMER&record=" + first).andExpect(jsonPath("$[0].absorbed").value(second));
        stranger.get("/merges?kind=CUSTOMER&record=" + first).andExpect(status().isNotFound());
        stranger.post("/merges/" + Api.read(merged, "$.id") + "/undo", "{}").andExpect(status().isNotFound());
        office.post("/merges/" + Api.read(merged, "$.id") + "/undo", "{}").andExpect(status().isNoContent());
        office.get("/customers/" + second).andExpect(status().isOk());
        stranger.post("/merges", 0, merge).andExpect(status().isNotFound());
        office
            .post("/merges", 0,
                    "{\"kind\": \"CUSTOMER\", \"survivor\": \"%s\", \"absorbed\": \"%s\"}".formatted(first, first))
            .andExpect(status().is4xxClientError());
    }

    private String customer(Api office, String name) throws Exception {
        return Api
            .read(office.post("/customers", "{\"name\": \"%s\", \"unit\": \"%s\"}".formatted(name, account.unit()))
                .andExpect(status().isCreated()), "$.id");
    }

}
