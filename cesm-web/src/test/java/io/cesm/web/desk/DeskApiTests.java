package io.cesm.web.desk;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.cesm.web.support.Accounts;
import io.cesm.web.support.Api;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@WebTest
class DeskApiTests {

    @Autowired
    ApplicationContext context;

    Accounts.Made account;

    Api csr;

    Api fr;

    @BeforeEach
    void somethingToDo() throws Exception {
        account = new Accounts(context).make();
        csr = new Api(context, account.csr());
        fr = new Api(context, account.fr());
        var id = Api.<String>read(csr
            .post("/expectations",
                    """
                            {"customer": "%s", "contact": "%s", "verbatim": "轴承温升要低于四十度", "owner": "%s"}"""
                        .formatted(account.customer(), account.contact(), account.csr()))
            .andExpect(status().isCreated()), "$.id");
        csr.post("/expectations/" + id + "/hand-over", "{\"receiver\": \"%s\"}".formatted(account.fr()))
            .andExpect(status().isOk());
    }

    @Test
    void showsTheWorkOfTheOwnerOfTheToken() throws Exception {
        csr.get("/work")
            .andExpect(jsonPath("$.items[?(@.kind == 'drafts')].count", hasItem(1)))
            .andExpect(jsonPath("$.items[?(@.kind == 'drafts')].items[0].state", hasItem("CAPTURED")))
            .andExpect(jsonPath("$.items[?(@.kind == 'drafts')].items[0].href",
                    hasItem(startsWith("/api/v1/expectations/"))));
        fr.get("/work").andExpect(jsonPath("$.items[?(@.kind == 'handed')].count", hasItem(1)));
    }

    @Test
    void noticesAreSaidAndRead() throws Exception {
        var notices = fr.get("/notices")
            .andExpect(jsonPath("$.unread").value(1))
            .andExpect(jsonPath("$.items[0].kind").value("EXPECTATION_OFFERED"))
            .andExpect(jsonPath("$.items[0].sentence").isNotEmpty());
        var path = "/notices/" + Api.read(notices, "$.items[0].id") + "/read";

        csr.post(path, "{}").andExpect(status().isNoContent());
        fr.get("/notices").andExpect(jsonPath("$.unread").value(1));
        fr.post(path, "{}").andExpect(status().isNoContent());
        fr.get("/notices").andExpect(jsonPath("$.unread").value(0));
        fr.post("/notices/read", "{}").andExpect(status().isNoContent());
    }

    @Test
    void findsWhatIsWithinReach() throws Exception {
        var stranger = new Api(context, new Accounts(context).make().csr());
        var words = "/search?q=%E8%BD%B4%E6%89%BF%E6%B8%A9%E5%8D%87";

        csr.get(words).andExpect(jsonPath("$[*].kind", hasItem("expectations")));
        stranger.get(words).andExpect(jsonPath("$[*].kind", not(hasItem("expectations"))));
    }

    @Test
    void keepsNamedFilters() throws Exception {
        var kept = csr.post("/views", "{\"list\": \"EXPECTATIONS\", \"name\": \"本月\", \"query\": \"state=COMMITTED\"}")
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.items[0].query").value("state=COMMITTED"))
            .andExpect(jsonPath("$.empty").doesNotExist());
        var path = "/views/" + Api.read(kept, "$.items[0].id");

        csr.post("/views", "{\"list\": \"EXPECTATIONS\", \"name\": \"空\", \"query\": \"\"}")
            .andExpect(status().isBadRequest());
        fr.delete(path).andExpect(status().isNotFound());
        csr.delete(path).andExpect(status().isNoContent());
    }

}
