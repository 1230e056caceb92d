package io.cesm.web.security;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.cesm.domain.people.Role;
import io.cesm.web.support.People;
import io.cesm.web.support.WebTest;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@WebTest
class AbuseTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private SignInThrottle throttle;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyChangeNeedsItsToken() throws Exception {
        var session = signIn(Role.CSR);
        for (var route : MatrixRoutes.of(mapping)) {
            boolean ours = !route.pattern().startsWith("/api/") && !route.pattern().equals("/error");
            if (ours && !route.verb().equals("GET")) {
                var address = java.net.URI.create(route.pattern().replaceAll("\\{[^}]*}", "x"));
                for (var token : List.of("", "forged")) {
                    int status = mvc
                        .perform(request(org.springframework.http.HttpMethod.valueOf(route.verb()), address)
                            .cookie(session)
                            .param("_csrf", token))
                        .andReturn()
                        .getResponse()
                        .getStatus();
                    // answers of devices come with the token of their link, and no
                    // session
                    // opens that door
                    assertThat(status).as(route.toString()).isEqualTo(route.pattern().equals("/a/answers") ? 400 : 403);
                }
            }
        }
    }

    @Test
    void noSessionTakesThePlaceOfALinksToken() throws Exception {
        var session = signIn(Role.OFFICE);
        for (var body : List.of("{}", "[]", "{\"token\": \"x\", \"answers\": []}")) {
            var answers = List.of(request(org.springframework.http.HttpMethod.POST, java.net.URI.create("/a/answers")),
                    request(org.springframework.http.HttpMethod.POST, java.net.URI.create("/a/answers"))
                        .cookie(session));
            List<Integer> seen = new java.util.ArrayList<>();
            for (var asking : answers) {
                seen.add(mvc.perform(asking.contentType("application/json").content(body))
                    .andReturn()
                    .getResponse()
                    .getStatus());
            }
            assertThat(seen).as(body).allSatisfy(it -> assertThat(it).isBetween(400, 499));
            assertThat(seen.getFirst()).as("signed in or not").isEqualTo(seen.getLast());
        }
    }

    /** Only a page of ours is gone back to; what another site sends goes nowhere. */
    @Test
    void aFormOfAnEndedSessionGoesToTheSignInAndAForgedOneNowhere() throws Exception {
        var page = "/expectations/new?customer=x";
        mvc.perform(post("/expectations/new").header("Referer", "http://localhost" + page))
            .andExpect(status().isSeeOther())
            .andExpect(header().string("Location", "/login?ended&next=%2Fexpectations%2Fnew%3Fcustomer%3Dx"));
        mvc.perform(post("/expectations/new").cookie(signIn(Role.CSR))

            .header("Referer", "http://localhost" + page))
            .andExpect(status().isSeeOther())
            .andExpect(header().string("Location", page + "#again"));
        for (var from : List.of("https://evil.example" + page, "http://localhost//evil.example", "nonsense:",
                "http://localhost/login")) {
            mvc.perform(post("/expectations/new").header("Referer", from)).andExpect(status().isForbidden());
        }
    }

    @Test
    void anotherVerbIsNoWayRound() throws Exception {
        var session = signIn(Role.CSR);
        mvc.perform(get("/admin/people").cookie(session).header("X-HTTP-Method-Override", "POST"))
            .andExpect(status().isForbidden());
        mvc.perform(request(org.springframework.http.HttpMethod.TRACE, java.net.URI.create("/work")).cookie(session))
            .andExpect(status().isBadRequest());
        mvc.perform(
                request(org.springframework.http.HttpMethod.HEAD, java.net.URI.create("/admin/people")).cookie(session))
            .andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = { "//admin/people", "/admin/./people", "/admin;x=1/people", "/admin/%2e%2e/admin/people",
            "/admin%2Fpeople", "/notices/..%2fadmin/people", "/admin/people%00" })
    void oddPathsAreRefused(String path) throws Exception {
        mvc.perform(request(org.springframework.http.HttpMethod.GET, java.net.URI.create("http://localhost" + path))
            .cookie(signIn(Role.CSR))).andExpect(status().is4xxClientError());
    }

    @ParameterizedTest
    @ValueSource(strings = { "//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)",
            "/login?next=/x", "\t//evil.example" })
    void onlyOurOwnPathsAreFollowed(String next) {
        assertThat(LocalPath.orHome(next)).isEqualTo("/");
    }

    @Test
    void aDisabledPersonIsOutWithinASecond() throws Exception {
        var csr = people.hire(Role.CSR);
        var session = signIn(csr);
        mvc.perform(get("/me").cookie(session)).andExpect(status().isOk());
        people.disable(csr);
        Thread.sleep(1000);
        mvc.perform(get("/me").cookie(session)).andExpect(redirectedUrl("/login?next=%2Fme"));
    }

    @Test
    void guessesFromManyNetworksAreFewAndTheOwnerStillGetsIn() {
        var csr = people.hire(Role.CSR);
        var login = people.login(csr);
        throttle.succeeded(login, csr, "192.0.2.1");
        int hashed = 0;
        for (int i = 0; i < 400; i++) {
            hashed += throttle.ask(login, csr, "198.51.100." + i % 200).allowed() ? 1 : 0;
        }
        assertThat(hashed).isLessThanOrEqualTo(120);
        assertThat(throttle.ask(login, csr, "192.0.2.1").allowed()).isTrue();
        assertThat(throttle.ask(login, csr, "198.51.100.7").seconds()).isPositive();
    }

    @Test
    void oneNetworkThatTriesManyAccountsHasToWait() {
        int allowed = 0;
        for (int i = 0; i < 130; i++) {
            allowed += throttle.ask("spray" + i, null, "203.0.113.9").allowed() ? 1 : 0;
        }
        assertThat(allowed).isBetween(100, 105);
    }

    @Test
    void aCodeCountsOnceAndGuessingHasToWait() throws Exception {
        var csr = people.hire(Role.CSR);
        var secret = factors.begin(csr);
        var code = new TimeBasedOneTimePasswordGenerator()
            .generateOneTimePasswordString(new javax.crypto.spec.SecretKeySpec(secret, "HmacSHA1"), Instant.now());
        var recovery = factors.confirm(csr, code);
        assertThat(recovery).hasSize(10);
        assertThat(factors.judge(csr, code).right()).isFalse();
        assertThat(factors.judge(csr, recovery.getFirst()).right()).isTrue();
        assertThat(factors.judge(csr, recovery.getFirst()).right()).isFalse();
        long later = 0;
        for (int i = 0; i < 6; i++) {
            later = factors.judge(csr, "000000").later();
        }
        assertThat(Duration.ofSeconds(later)).isPositive();
        var hex = java.util.HexFormat.of().formatHex(secret);
        assertThat(jdbc.sql("select encode(secret, 'hex') from second_factor where staff_id = ?")
            .param(csr.id())
            .query(String.class)
            .single()).doesNotContain(hex);
    }

    @Test
    void aSessionIsKnownToTheDatabaseByItsHashAlone() throws Exception {
        var session = signIn(Role.CSR);
        assertThat(jdbc.sql("select count(*) from web_session where id = ?")
            .param(Secrets.hash(session.getValue()))
            .query(Integer.class)
            .single()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from web_session where attributes::text like ?")
            .param("%" + session.getValue() + "%")
            .query(Integer.class)
            .single()).isZero();
    }

    private Cookie signIn(Role role) throws Exception {
        return signIn(people.hire(role));
    }

    private Cookie signIn(io.cesm.domain.people.StaffId staff) throws Exception {
        var login = people.withPassword(staff);
        var page = mvc.perform(get("/login")).andReturn();
        var entered = mvc
            .perform(post("/login").cookie(page.getResponse().getCookie("cesm"))
                .param("_csrf", SignInTests.token(page))
                .param("username", login)
                .param("password", People.PASSWORD))
            .andExpect(status().is3xxRedirection())
            .andReturn();
        return entered.getResponse().getCookie("cesm");
    }

}
