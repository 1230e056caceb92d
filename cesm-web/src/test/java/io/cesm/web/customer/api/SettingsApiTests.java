package io.cesm.web.customer.api;

import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.cesm.domain.people.Role;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Service standards and dimensions by programs. */
@WebTest
class SettingsApiTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    @Test
    void standardsChangeOnTheVersionThatWasRead() throws Exception {
        var office = new Api(context, people.hire(Role.OFFICE));
        var standards = office.get("/service-standards").andExpect(status().isOk());
        int version = Api.read(standards, "$[0].version");
        int tier = Api.read(standards, "$[0].tier");
        var body = """
                {"tier": %d, "firstResponseHours": %d, "clarifyDays": 3, "commitDays": 5, "minDeliveryDays": 2,
                 "maxOpenCommitments": 20, "standardLevel": 80, "visitEveryDays": 30, "ownerRole": "AR", "version": %d}""";

        office.put("/service-standards", version, body.formatted(tier, 6, version))
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.firstResponseHours").value(6));
        office.put("/service-standards", version, body.formatted(tier, 7, version))
            .andExpect(status().isPreconditionFailed());
        office.put("/service-standards", version, body.formatted(tier, -7, version + 1))
            .andExpect(status().is4xxClientError());
        office.put("/service-standards", version, body.formatted(77, 7, 0)).andExpect(status().is4xxClientError());
        new Api(context, people.hire(Role.CSR)).put("/service-standards", 0, "{}").andExpect(status().isForbidden());
    }

    @Test
    void dimensionsAreAddedAndRetired() throws Exception {
        var office = new Api(context, people.hire(Role.OFFICE));
        var body = """
                {"code": "%s", "name": "能耗", "nameEn": "Energy use", "sort": 900, "active": %s}""";

        office.post("/dimensions", body.formatted("energy", true))
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$[*].code", hasItem("energy")));
        office.post("/dimensions", body.formatted("energy", true)).andExpect(status().is4xxClientError());
        office.post("/dimensions", body.formatted("not a code!", true)).andExpect(status().isUnprocessableContent());
        office.put("/dimensions/energy", 0, body.formatted("energy", false)).andExpect(status().isOk());
        office.put("/dimensions/nowhere", 0, body.formatted("nowhere", true)).andExpect(status().isNotFound());
    }

}
