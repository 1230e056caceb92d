package io.cesm.web.security;

import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.web.support.People;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@WebTest
class InvitationTests {

    private static final String NEW = "vier blaue Hüte im Regen";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void letsThePersonSetThePasswordOnce() throws Exception {
        var csr = people.hire(Role.CSR);
        var arrived = arrive(link(csr));
        set(arrived, NEW, NEW, 302);

        var login = mvc.perform(get("/login")).andReturn();
        mvc.perform(post("/login").cookie(login.getResponse().getCookie("cesm"))
            .param("_csrf", SignInTests.token(login))
            .param("username", people.login(csr))
            .param("password", NEW)).andExpect(redirectedUrl("/"));
        mvc.perform(get("/invitation").cookie(arrived.getResponse().getCookie("cesm"))).andExpect(status().isGone());
    }

    @Test
    void isNotUsedUpByLookingAtIt() throws Exception {
        var link = link(people.hire(Role.CSR));
        arrive(link);
        arrive(link);
        set(arrive(link), NEW, NEW, 302);
    }

    @Test
    void refusesPasswordsThatOthersWouldGuess() throws Exception {
        var arrived = arrive(link(people.hire(Role.CSR)));
        for (var bad : new String[] { "short", "password1234", "Qwertyuiop12", "aaaaaaaaaaaaaaaa", "woaini5201314!!",
                "P@ssw0rd2026!", "123456789012", "admin-admin-admin" }) {
            set(arrived, bad, bad, 422);
        }
        set(arrived, NEW, NEW + "x", 422);
    }

    @Test
    void isEndedByANewerOneAndByADay() throws Exception {
        var csr = people.hire(Role.CSR);
        var older = link(csr);
        var newer = link(csr);
        gone(older);
        jdbc.sql("update password_link set expires_at = now() - interval '1 second'").update();
        gone(newer);
    }

    @Test
    void staysWithTheConfiguredAddressWhateverTheRequestClaims() throws Exception {
        assertThat(link(people.hire(Role.CSR))).startsWith("http://localhost:");
        mvc.perform(get("/login").header("Host", "evil.example")).andExpect(status().isBadRequest());
    }

    private String link(StaffId staff) {
        return people.as(people.hire(Role.ADMIN), () -> links.make(staff)).address();
    }

    private MvcResult arrive(String link) throws Exception {
        return mvc.perform(get(link.replaceFirst("http://[^/]+", "")))
            .andExpect(redirectedUrl("/invitation"))
            .andExpect(header().string("Referrer-Policy", "no-referrer"))
            .andReturn();
    }

    private void gone(String link) throws Exception {
        mvc.perform(get("/invitation").cookie(arrive(link).getResponse().getCookie("cesm")))
            .andExpect(status().isGone());
    }

    private void set(MvcResult arrived, String password, String again, int expected) throws Exception {
        var cookie = arrived.getResponse().getCookie("cesm");
        var page = mvc.perform(get("/invitation").cookie(cookie)).andExpect(status().isOk()).andReturn();
        mvc.perform(post("/invitation").cookie(cookie)
            .param("_csrf", SignInTests.token(page))
            .param("password", password)
            .param("again", again)).andExpect(status().is(expected));
    }

}
