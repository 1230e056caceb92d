package io.cesm.web.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;

import io.cesm.web.support.Accounts;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@WebTest
class FeedTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    Accounts.Made account;

    Api csr;

    @BeforeEach
    void somethingThatIsDue() throws Exception {
        account = new Accounts(context).make();
        csr = new Api(context, account.csr());
        due("轴承温升要低于四十度, 夏天也一样", account.csr());
        due("这一条归别人", account.fr());
    }

    @Test
    void bringsWhatOnesOwnIntoACalendarInOnesLanguage() throws Exception {
        var address = made();
        var text = calendar(address);
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
            .contains("BEGIN:VEVENT", "DTSTART;VALUE=DATE:")
            .doesNotContain("这一条归别人");
        assertThat(text.replace("\r\n ", "")).contains("轴承温升要低于四十度\\, 夏天也一样", "/expectations/", "X-WR-CALNAME:CESM");
        csr.get("/tokens/calendar").andExpect(jsonPath("$.url").doesNotExist());
    }

    @Test
    void knowsOnlyTheNewestAddressUntilItIsEnded() throws Exception {
        var first = made();
        var second = made();
        mvc.perform(get(first)).andExpect(status().isNotFound());
        calendar(second);
        csr.delete("/tokens/calendar").andExpect(status().isNoContent());
        mvc.perform(get(second)).andExpect(status().isNotFound());
        csr.get("/tokens/calendar").andExpect(status().isNotFound());
    }

    @Test
    void isEmptyHandedWhenItsOwnerIsDisabledAndOpensNothingElse() throws Exception {
        var address = made();
        mvc.perform(get(address.replace("/feed/", "/expectations/"))).andExpect(status().is3xxRedirection());
        context.getBean(People.class).disable(account.csr());
        mvc.perform(get(address)).andExpect(status().isNotFound());
    }

    @Test
    void keepsNoSecret() throws Exception {
        var secret = made().split("/")[2];
        assertThat(jdbc.sql("select token_hash from calendar_feed where staff_id = ?")
            .param(account.csr().id())
            .query(byte[].class)
            .single()).hasSize(32).isNotEqualTo(secret.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void saysOnThePageWhetherThereIsOne() throws Exception {
        var page = get("/me/calendar").header("Accept-Language", "zh");
        mvc.perform(page.with(SignedIn.as(account.csr())))
            .andExpect(content().string(org.hamcrest.Matchers.containsString("生成订阅地址")));
        made();
        mvc.perform(get("/me/calendar").header("Accept-Language", "en").with(SignedIn.as(account.csr())))
            .andExpect(content().string(org.hamcrest.Matchers.containsString("Replace the address")));
    }

    private void due(String words, io.cesm.domain.people.StaffId owner) throws Exception {
        csr.post("/expectations", """
                {"customer": "%s", "contact": "%s", "verbatim": "%s", "owner": "%s"}""".formatted(account.customer(),
                account.contact(), words, owner))
            .andExpect(status().isCreated());
    }

    private String made() throws Exception {
        var url = Api.<String>read(csr.post("/tokens/calendar", "{}")
            .andExpect(status().isCreated())
            .andExpect(header().string("Cache-Control", "no-store")), "$.url");
        return url.substring(url.indexOf("/feed/"));
    }

    private String calendar(String address) throws Exception {
        return mvc.perform(get(address))
            .andExpect(status().isOk())
            .andExpect(content().contentType("text/calendar;charset=UTF-8"))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    }

}
