package io.cesm.web.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A filter of a list gets a name, and is a tab of it for a person or for a unit. */
@WebTest
class SavedViewsTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    StaffId me = StaffId.next();

    StaffId colleague = me;

    StaffId stranger = me;

    @BeforeEach
    void twoUnits() {
        var unit = people.company();
        me = people.hire(unit, Role.CSR);
        colleague = people.hire(unit, Role.CSR);
        stranger = people.hire(people.company(), Role.CSR);
    }

    @ParameterizedTest
    @CsvSource({ "expectations, overdue=true", "customers, tier=1", "complaints, overdue=true",
            "follow-ups, owner=none" })
    void anyRegisterHasTabsOfOnesOwnAndOfTheUnit(String register, String query) throws Exception {
        var list = "/" + register;
        keep(me, register, "我的视图", query, false).andExpect(redirectedUrl(list + "?" + query));
        keep(me, register, "大家的视图", query, true);

        assertThat(page(me, list + "?" + query)).contains("我的视图", "大家的视图");
        assertThat(page(colleague, list + "?" + query)).contains("大家的视图").doesNotContain("我的视图");
        assertThat(page(stranger, list + "?" + query)).doesNotContain("大家的视图", "我的视图");
    }

    @Test
    void onlyWhoNamedItRenamesSharesAndRemovesIt() throws Exception {
        var mine = new Api(context, me);
        var theirs = new Api(context, colleague);
        String id = Api.read(mine.post("/views", """
                {"list": "EXPECTATIONS", "name": "逾期", "query": "overdue=true", "shared": true}""")
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.items[0].mine").value(true))
            .andExpect(jsonPath("$.items[0].shared").value(true)), "$.items[0].id");

        theirs.get("/views?list=EXPECTATIONS")
            .andExpect(jsonPath("$.items[0].name").value("逾期"))
            .andExpect(jsonPath("$.items[0].mine").value(false));
        theirs.put("/views/" + id, 0, "{\"name\": \"改名\", \"shared\": false}")
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.items[0].name").value("逾期"))
            .andExpect(jsonPath("$.items[0].shared").value(true));
        theirs.delete("/views/" + id).andExpect(status().isNotFound());
        new Api(context, stranger).put("/views/" + id, 0, "{\"byDefault\": true}").andExpect(status().isNotFound());

        mine.post("/views", "{\"list\": \"EXPECTATIONS\", \"name\": \"别的\", \"query\": \"owner=me\"}");
        mine.put("/views/" + id, 0, "{\"name\": \"别的\"}").andExpect(status().isUnprocessableContent());
        mine.put("/views/" + id, 0, "{\"name\": \"我的逾期\", \"shared\": false}")
            .andExpect(jsonPath("$.items[*].name", hasItem("我的逾期")));
        theirs.get("/views?list=EXPECTATIONS").andExpect(jsonPath("$.items.length()").value(0));
        mine.delete("/views/" + id).andExpect(status().isNoContent());
        mine.get("/views?list=EXPECTATIONS").andExpect(jsonPath("$.items[*].id", not(hasItem(id))));
    }

    @Test
    void aListBeginsWithTheViewOneChoseAndThePlainListIsStillThere() throws Exception {
        keep(me, "expectations", "逾期", "overdue=true", true);
        keep(me, "expectations", "无人", "owner=none", false);
        var mine = new Api(context, me);
        String late = Api.read(mine.get("/views?list=EXPECTATIONS"), "$.items[0].id");
        String nobodys = Api.read(mine.get("/views?list=EXPECTATIONS"), "$.items[1].id");

        change(me, late, "逾期", true);
        mvc.perform(get("/expectations").with(SignedIn.as(me))).andExpect(redirectedUrl("/expectations?overdue=true"));
        mvc.perform(get("/expectations").with(SignedIn.as(colleague))).andExpect(status().isOk());
        mvc.perform(
                get("/expectations").with(SignedIn.as(me)).header("Referer", "http://localhost/expectations?owner=me"))
            .andExpect(status().isOk());
        mvc.perform(get("/expectations").with(SignedIn.as(me)).header("Referer", "http://localhost/work"))
            .andExpect(status().isFound());
        assertThat(page(me, "/expectations?overdue=true")).contains("/expectations?plain=true");
        assertThat(page(me, "/expectations?plain=true")).contains("逾期");

        change(me, nobodys, "无人", true);
        mvc.perform(get("/expectations").with(SignedIn.as(me))).andExpect(redirectedUrl("/expectations?owner=none"));
        change(colleague, late, "", true);
        mvc.perform(get("/expectations").with(SignedIn.as(colleague)))
            .andExpect(redirectedUrl("/expectations?overdue=true"));
        change(me, nobodys, "无人", false);
        mvc.perform(get("/expectations").with(SignedIn.as(me))).andExpect(status().isOk());
    }

    private ResultActions keep(StaffId who, String register, String name, String query, boolean shared)
            throws Exception {
        return mvc.perform(post("/views").with(SignedIn.as(who))
            .with(csrf())
            .param("register", register)
            .param("name", name)
            .param("query", query)
            .param("shared", String.valueOf(shared)));
    }

    private void change(StaffId who, String view, String name, boolean byDefault) throws Exception {
        mvc.perform(post("/views/" + view).with(SignedIn.as(who))
            .with(csrf())
            .param("name", name)
            .param("shared", "true")
            .param("byDefault", String.valueOf(byDefault))).andExpect(status().is3xxRedirection());
    }

    private String page(StaffId who, String address) throws Exception {
        return mvc.perform(get(java.net.URI.create(address)).with(SignedIn.as(who)).header("Accept-Language", "zh"))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    }

}
