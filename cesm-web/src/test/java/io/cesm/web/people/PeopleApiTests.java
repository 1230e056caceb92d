package io.cesm.web.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.UUID;

import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.support.Statements;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@WebTest
class PeopleApiTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    UnitId company = UnitId.next();

    Api admin;

    StaffId adminId = StaffId.next();

    @BeforeEach
    void aCompanyWithItsAdministrator() {
        company = people.company();
        adminId = people.hire(company, Role.ADMIN);
        admin = new Api(context, adminId);
    }

    @Test
    void takesSomebodyOnCorrectsAndShutsOut() throws Exception {
        var hired = admin.post("/staff", hire("[\"CSR\"]"))
            .andExpect(status().isCreated())
            .andExpect(header().exists("Location"))
            .andExpect(jsonPath("$.staff.roles[0]").value("CSR"));
        var path = "/staff/" + Api.read(hired, "$.staff.id");

        admin.put(path, 7, person("王五")).andExpect(status().isPreconditionFailed());
        admin.put(path, 0, person("王五"))
            .andExpect(status().isOk())
            .andExpect(header().string("ETag", "\"1\""))
            .andExpect(jsonPath("$.staff.name").value("王五"));
        admin.put(path, 1, person("")).andExpect(jsonPath("$.errors[0].field").value("name"));
        admin.put(path + "/roles", 1, "{\"roles\": [\"AR\", \"SR\"]}")
            .andExpect(jsonPath("$.staff.roles", hasItem("SR")));
        admin.post(path + "/disable", 2, "{}").andExpect(jsonPath("$.staff.status").value("DISABLED"));
        admin.post(path + "/enable", 3, "{}").andExpect(jsonPath("$.staff.status").value("ACTIVE"));
        admin.post(path + "/password-link", "{}")
            .andExpect(status().isCreated())
            .andExpect(header().string("Cache-Control", "no-store"))
            .andExpect(jsonPath("$.url").isNotEmpty());
    }

    @Test
    void aTokenNeitherMakesNorOpensAdministrators() throws Exception {
        var other = "/staff/" + people.hire(company, Role.ADMIN);
        var csr = "/staff/" + people.hire(company, Role.CSR);

        admin.post("/staff", hire("[\"CSR\", \"ADMIN\"]"))
            .andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.code").value("staff.admin_by_token"));
        admin.put(csr + "/roles", 0, "{\"roles\": [\"ADMIN\"]}").andExpect(status().isUnprocessableContent());
        admin.put(other + "/roles", 0, "{\"roles\": [\"CSR\"]}").andExpect(status().isUnprocessableContent());
        admin.post(other + "/password-link", "{}").andExpect(status().isUnprocessableContent());
        admin.put("/staff/" + adminId + "/roles", 0, "{\"roles\": [\"OFFICE\"]}")
            .andExpect(status().isUnprocessableContent());
        admin.post("/staff/" + adminId + "/disable", 0, "{}").andExpect(jsonPath("$.code").value("staff.own_status"));
    }

    @Test
    void othersReadButDoNotKeepPeople() throws Exception {
        var csr = people.hire(company, Role.CSR);
        var program = new Api(context, csr);

        program.get("/staff/" + csr).andExpect(status().isOk());
        program.post("/staff", hire("[\"CSR\"]")).andExpect(status().isForbidden());
        program.put("/staff/" + csr + "/roles", 0, "{\"roles\": [\"MANAGER\"]}").andExpect(status().isForbidden());
        program.post("/units", "{\"kind\": \"OFFICE\", \"name\": \"x\"}").andExpect(status().isForbidden());
        program.put("/me", 0, "{\"phone\": \"021 5550 1234\", \"language\": \"en\"}")
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.staff.phone").value("021 5550 1234"));
        program.put("/me", 1, "{\"roles\": [\"ADMIN\"]}").andExpect(status().isBadRequest());
    }

    @Test
    void standsInForOneselfAndForOthersOnlyByAdministrators() throws Exception {
        var absent = people.hire(company, Role.CSR);
        var present = people.hire(company, Role.CSR);
        var path = "/staff/" + absent + "/substitutes";
        var body = "{\"substitute\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(present, LocalDate.now(),
                LocalDate.now().plusDays(5));

        var arranged = new Api(context, absent).post(path, body)
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.items[0].substitute").value(present.toString()));
        String id = Api.read(arranged, "$.items[0].id");

        new Api(context, present).post(path, body).andExpect(status().isNotFound());
        new Api(context, present).delete(path + "/" + id).andExpect(status().isNotFound());
        admin.delete("/staff/" + present + "/substitutes/" + id).andExpect(status().isNotFound());
        admin.delete(path + "/" + id).andExpect(status().isNoContent());
        admin.get(path).andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void foundsRenamesMovesAndClosesUnits() throws Exception {
        var first = Api.<String>read(admin.post("/units", unit("华东大区")).andExpect(status().isCreated()), "$.id");
        var second = Api.<String>read(admin.post("/units", unit("华南大区")), "$.id");
        var path = "/units/" + first;

        admin.put(path, 0, "{\"kind\": \"REGION\", \"name\": \"华东及华北\"}")
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.name").value("华东及华北"));
        admin.post(path + "/move", 0, "{\"parent\": \"%s\"}".formatted(second))
            .andExpect(status().isPreconditionFailed());
        admin.post(path + "/move", 1, "{\"parent\": \"%s\"}".formatted(second))
            .andExpect(jsonPath("$.parent").value(second));
        admin.post("/units/" + second + "/close", 0, "{}").andExpect(jsonPath("$.code").value("unit.in_use"));
        admin.post(path + "/close", 2, "{}").andExpect(jsonPath("$.validTo").isNotEmpty());
        admin.post("/units", "{\"kind\": \"OFFICE\", \"name\": \"x\"}")
            .andExpect(jsonPath("$.errors[0].field").value("parent"));
        admin.get("/units/" + UUID.randomUUID()).andExpect(status().isNotFound());
    }

    @Test
    void theListOfPeopleIsReadByKeyAndCostsOneStatement() throws Exception {
        for (int i = 0; i < 5; i++) {
            people.hire(company, Role.CSR);
        }
        var list = "/staff?size=2&unit=" + company;
        var first = admin.get(list).andExpect(jsonPath("$.items.length()").value(2));
        String next = Api.read(first, "$.next");

        admin.get(list + "&cursor=" + next).andExpect(jsonPath("$.items.length()").value(2));
        admin.get("/staff?cursor=nonsense").andExpect(status().isUnprocessableContent());
        assertThat(Statements.of(() -> admin.get("/staff?size=2"))).hasSize(1);
        assertThat(Statements.of(() -> admin.get("/staff?size=200"))).hasSize(1);
    }

    private String hire(String roles) {
        return """
                {"login": "api%s", "name": "李四", "email": "li.si@example.com", "unit": "%s", "roles": %s}"""
            .formatted(UUID.randomUUID().toString().substring(0, 8), company, roles);
    }

    private String person(String name) {
        return "{\"name\": \"%s\", \"unit\": \"%s\"}".formatted(name, company);
    }

    private String unit(String name) {
        return "{\"parent\": \"%s\", \"kind\": \"REGION\", \"name\": \"%s\"}".formatted(company, name);
    }

}
