package io.cesm.web.security;

import java.util.ArrayList;
import java.util.List;

import io.cesm.domain.people.Role;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@WebTest
class SignInTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Test
    void letsInWhoKnowsThePassword() throws Exception {
        var login = people.withPassword(people.hire(Role.CSR));
        var page = mvc.perform(get("/login")).andExpect(status().isOk()).andReturn();
        var before = page.getResponse().getCookie("cesm");
        assertThat(before).isNotNull();

        var entered = mvc
            .perform(post("/login").cookie(before)
                .param("_csrf", token(page))
                .param("username", login)
                .param("password", People.PASSWORD))
            .andExpect(redirectedUrl("/"))
            .andReturn();
        var after = entered.getResponse().getCookie("cesm");
        assertThat(after).isNotNull();
        assertThat(after.getValue()).isNotEqualTo(before.getValue());
        mvc.perform(get("/nowhere").cookie(after)).andExpect(status().isNotFound());
        mvc.perform(get("/nowhere").cookie(before)).andExpect(status().is3xxRedirection());
    }

    @Test
    void saysTheSameForAWrongPasswordAndForNobody() throws Exception {
        var login = people.withPassword(people.hire(Role.CSR));
        var wrong = attempt(login);
        var nobody = attempt("nobody-here");
        assertThat(wrong.getResponse().getStatus()).isEqualTo(401).isEqualTo(nobody.getResponse().getStatus());
        assertThat(text(wrong).replace(login, "")).isEqualTo(text(nobody).replace("nobody-here", ""));
    }

    @Test
    void takesAsLongForNobodyAsForSomebody() throws Exception {
        var login = people.withPassword(people.hire(Role.CSR));
        var invited = people.login(people.hire(Role.CSR));
        List<Long> somebody = new ArrayList<>();
        List<Long> nobody = new ArrayList<>();
        List<Long> without = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            somebody.add(took(login, i));
            nobody.add(took("nobody-" + i, i));
            without.add(took(invited, i));
        }
        assertThat(median(nobody)).isCloseTo(median(somebody), withinPercentage(10));
        assertThat(median(without)).isCloseTo(median(somebody), withinPercentage(10));
    }

    /** From a network of its own each time, so that nothing has to wait. */
    private long took(String login, int i) throws Exception {
        long start = System.nanoTime();
        mvc.perform(post("/login").with(csrf()).with(it -> {
            it.setRemoteAddr("192.0." + i + "." + Math.floorMod(login.hashCode(), 250));
            return it;
        }).param("username", login).param("password", "not the password")).andExpect(status().isUnauthorized());
        return System.nanoTime() - start;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    @Test
    void helpsOtherTestsToSignIn() throws Exception {
        var csr = people.hire(Role.CSR);
        mvc.perform(get("/nowhere").with(SignedIn.as(csr))).andExpect(status().isNotFound());
        mvc.perform(get("/nowhere")).andExpect(status().is3xxRedirection());
    }

    private MvcResult attempt(String login) throws Exception {
        return mvc.perform(post("/login").with(csrf()).param("username", login).param("password", "not the password"))
            .andReturn();
    }

    private static String text(MvcResult result) throws Exception {
        return result.getResponse().getContentAsString().replaceAll("value=\"[^\"]*\"|nonce-?=?\"?[\\w-]+", "");
    }

    static String token(MvcResult page) throws Exception {
        var matcher = java.util.regex.Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
            .matcher(page.getResponse().getContentAsString());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

}
