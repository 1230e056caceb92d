package io.cesm.web.customer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
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

/** Customers by programs: the register and one customer. */
@WebTest
class CustomerApiTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    Accounts.Made account;

    Api csr;

    Api stranger;

    String path = "";

    @BeforeEach
    void anAccountWithItsTeam() {
        account = new Accounts(context).make();
        csr = new Api(context, account.csr());
        stranger = new Api(context, new Accounts(context).make().csr());
        path = "/customers/" + account.customer();
    }

    @Test
    void isRegisteredReadAndRevised() throws Exception {
        var key = "ERP-" + UUID.randomUUID();
        var made = csr
            .post("/customers",
                    """
                            {"name": "恒泰传动", "nameEn": "Hengtai Drive", "unit": "%s", "industry": "传动", "externalKey": "%s"}"""
                        .formatted(account.unit(), key))
            .andExpect(status().isCreated())
            .andExpect(header().string("ETag", "\"0\""))
            .andExpect(jsonPath("$.number").isNotEmpty());
        String id = Api.read(made, "$.id");

        csr.get("/customers/" + id).andExpect(status().isOk()).andExpect(jsonPath("$.externalKey").value(key));
        csr.put("/customers/" + id, 0, "{\"name\": \"恒泰传动科技\", \"unit\": \"%s\"}".formatted(account.unit()))
            .andExpect(status().isOk())
            .andExpect(header().string("ETag", "\"1\""))
            .andExpect(jsonPath("$.formerNames", hasItem("恒泰传动")));
        csr.get("/customers/" + id + "/timeline").andExpect(jsonPath("$.items[0].action").value("REVISED"));
        csr.get("/customers?q=%E6%81%92%E6%B3%B0").andExpect(jsonPath("$.items[*].id", hasItem(id)));
        csr.get("/customers/suggest?q=%E6%81%92%E6%B3%B0").andExpect(jsonPath("$[*].id", hasItem(id)));
    }

    @Test
    void aChangeNeedsTheVersionThatIsStored() throws Exception {
        var body = "{\"name\": \"改名\", \"unit\": \"%s\"}".formatted(account.unit());

        csr.put(path, 99, body)
            .andExpect(status().isPreconditionFailed())
            .andExpect(jsonPath("$.code").value("stale"))
            .andExpect(jsonPath("$.currentVersion").isNumber());
        csr.post(path + "/team", "{}").andExpect(status().isBadRequest());
        csr.delete(path + "/competitors/" + UUID.randomUUID()).andExpect(status().isPreconditionRequired());
    }

    @Test
    void twoCustomersNeverShareAKey() throws Exception {
        var body = "{\"name\": \"%s\", \"unit\": \"" + account.unit() + "\", \"externalKey\": \"K%s\"}";
        csr.post("/customers", body.formatted("甲厂", account.customer())).andExpect(status().isCreated());

        csr.post("/customers", body.formatted("乙厂", account.customer()))
            .andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.errors[0].field").value("externalKey"));
    }

    @Test
    void whatNobodyKnowsIsRefused() throws Exception {
        csr.post("/customers", "{\"name\": \"x\", \"tier\": 1}")
            .andExpect(status().isBadRequest())
            .andExpect(jsonPath("$.errors[0].field").value("tier"));
        csr.post("/customers", "{\"name\": \"x\", \"status\": \"FRIEND\"}")
            .andExpect(status().isBadRequest())
            .andExpect(jsonPath("$.errors[0].field").value("status"));
        csr.post("/customers", "{\"nameEn\": \"x\"}")
            .andExpect(status().isBadRequest())
            .andExpect(jsonPath("$.errors[0].field").value("name"));
        csr.post("/customers", "{\"name\": ").andExpect(status().isBadRequest());
        csr.post("/customers", "").andExpect(status().isBadRequest());
        csr.get("/customers?order=name").andExpect(status().isBadRequest());
        csr.get("/customers?tier=gold").andExpect(status().isBadRequest());
        csr.get("/customers?tier=1&tier=2").andExpect(status().isBadRequest());
        csr.get("/customers?cursor=x'--").andExpect(status().isUnprocessableContent());
        csr.get("/customers/not-an-id").andExpect(status().isNotFound());
    }

    @Test
    void oversizeIsRefusedWithTheField() throws Exception {
        csr.post("/customers", "{\"name\": \"%s\", \"unit\": \"%s\"}".formatted("长".repeat(5000), account.unit()))
            .andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.errors[0].field").value("name"));
        csr.post(path + "/competitors", version(),
                "{\"name\": \"对手\", \"asOf\": \"2026-01-01\", \"note\": \"%s\"}".formatted("长".repeat(5000)))
            .andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.errors[0].field").value("note"));
        csr.post(path + "/tiers", version(), "{\"tier\": 9, \"from\": \"2026-01-01\"}")
            .andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.errors[0].field").value("tier"));
        csr.post(path + "/tiers", version(), "{\"tier\": 2, \"annualValue\": 1e30, \"from\": \"2026-01-01\"}")
            .andExpect(status().isUnprocessableContent());
    }

    @Test
    void foreignIdsLeadNowhere() throws Exception {
        var other = new Accounts(context).make();

        csr.put(path, version(),
                "{\"name\": \"x\", \"unit\": \"%s\", \"parent\": \"%s\"}".formatted(account.unit(), other.customer()))
            .andExpect(status().is4xxClientError());
        csr.post("/customers", "{\"name\": \"x\", \"unit\": \"%s\"}".formatted(UUID.randomUUID()))
            .andExpect(status().is4xxClientError());
        csr.get("/customers?unit=" + UUID.randomUUID()).andExpect(jsonPath("$.items.length()").value(0));
        for (var part : List.of("", "/team", "/tiers", "/competitors", "/references", "/timeline")) {
            stranger.get(path + part).andExpect(status().isNotFound());
        }
        stranger.put(path, version(), "{\"name\": \"x\", \"unit\": \"%s\"}".formatted(other.unit()))
            .andExpect(status().isNotFound());
        stranger.post(path + "/competitors", version(), "{\"name\": \"x\", \"asOf\": \"2026-01-01\"}")
            .andExpect(status().isNotFound());
        stranger.get("/customers").andExpect(jsonPath("$.items[*].id", not(hasItem(account.customer().toString()))));
    }

    @Test
    void theListIsReadByKeyAndCostsTheSame() throws Exception {
        var unit = people.company();
        var office = new Api(context, people.hire(unit, Role.OFFICE));
        for (int i = 0; i < 5; i++) {
            office.post("/customers", "{\"name\": \"列表 %d\", \"unit\": \"%s\"}".formatted(i, unit))
                .andExpect(status().isCreated());
        }
        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            var page = office.get("/customers?size=2&unit=" + unit + (next == null ? "" : "&cursor=" + next));
            seen.addAll(Api.<List<String>>read(page, "$.items[*].name"));
            next = Api.read(page, "$.next");
        }
        while (next != null);

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        assertThat(Statements.of(() -> office.get("/customers?size=1&unit=" + unit))).hasSize(1);
        assertThat(Statements.of(() -> office.get("/customers?size=200&unit=" + unit))).hasSize(1);
        office.get("/customers?size=100000&unit=" + unit).andExpect(jsonPath("$.items.length()").value(5));
    }

    @Test
    void partsAreKeptUnderTheCustomersVersion() throws Exception {
        csr.post(path + "/tiers", version(), """
                {"tier": 2, "valueBasis": "三年收入", "annualValue": 1200000, "from": "2026-01-01"}""")
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$[0].tier").value(2));
        var competitor = csr
            .post(path + "/competitors", version(),
                    "{\"name\": \"对手甲\", \"sharePercent\": 30, \"asOf\": \"2026-01-01\"}")
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$[0].facts.name").value("对手甲"));
        var one = path + "/competitors/" + Api.read(competitor, "$[0].id");
        csr.put(one, version(), "{\"name\": \"对手甲\", \"sharePercent\": 101, \"asOf\": \"2026-01-01\"}")
            .andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.errors[0].field").value("sharePercent"));
        csr.put(one, version(), "{\"name\": \"对手乙\", \"asOf\": \"2026-02-01\"}").andExpect(status().isOk());
        csr.post(path + "/competitors", version(), "{\"name\": \"无日期\"}")
            .andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.errors[0].field").value("asOf"));
        csr.delete(one, version()).andExpect(status().isOk()).andExpect(jsonPath("$.length()").value(0));
        csr.delete(one, version()).andExpect(status().isNotFound());

        var machine = csr
            .post(path + "/references", version(),
                    "{\"kind\": \"INSTALLED\", \"code\": \"SN-1\", \"name\": \"压铸岛\", \"quantity\": 3}")
            .andExpect(status().isCreated());
        csr.post(path + "/references", version(), "{\"name\": \"x\"}").andExpect(status().isUnprocessableContent());
        csr.delete(path + "/references/" + Api.read(machine, "$[0].id"), version()).andExpect(status().isOk());

        var backup = people.hire(account.unit(), Role.CSR);
        csr.post(path + "/team", version(),
                "{\"staff\": \"%s\", \"role\": \"CSR\", \"backup\": true, \"from\": \"2026-03-01\"}".formatted(backup))
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$[*].staff", hasItem(backup.toString())));
        csr.post(path + "/team", version(),
                "{\"staff\": \"%s\", \"role\": \"CSR\", \"from\": \"2026-03-01\"}".formatted(UUID.randomUUID()))
            .andExpect(status().isUnprocessableContent());
        csr.post(path + "/team", version(),
                "{\"staff\": \"%s\", \"role\": \"AUDITOR\", \"from\": \"2026-03-01\"}".formatted(backup))
            .andExpect(status().isUnprocessableContent());
    }

    @Test
    void othersMayLookButNotTouch() throws Exception {
        var auditor = new Api(context, people.hire(Role.AUDITOR));

        auditor.get(path).andExpect(status().isOk());
        auditor.put(path, 0, "{\"name\": \"x\"}").andExpect(status().isForbidden());
        auditor.post("/customers", "{\"name\": \"x\"}").andExpect(status().isForbidden());
        auditor.get("/duplicates").andExpect(status().isForbidden());
    }

    private long version() throws Exception {
        return Api.<Integer>read(csr.get(path), "$.version");
    }

}
