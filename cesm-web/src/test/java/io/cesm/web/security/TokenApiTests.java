package io.cesm.web.security;

import io.cesm.domain.people.Right;
import io.cesm.domain.people.Role;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.Tokens;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@WebTest
class TokenApiTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private Tokens tokens;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void makesATokenForNameAndPasswordAndKeepsOnlyItsHash() throws Exception {
        var login = people.withPassword(people.hire(Role.CSR));
        var made = mvc.perform(post("/api/v1/tokens").contentType(MediaType.APPLICATION_JSON).content("""
                {"username":"%s","password":"%s","name":"report"}""".formatted(login, People.PASSWORD)))
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.rights").isArray())
            .andReturn();
        String secret = com.jayway.jsonpath.JsonPath.read(made.getResponse().getContentAsString(), "$.token");
        assertThat(secret).hasSize(48);

        mvc.perform(get("/api/v1/me").header("Authorization", "Bearer " + secret))
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.login").value(login));
        assertThat(
                jdbc.sql("select count(*) from api_token where token_hash::text like '%' || :t || '%' or name like :t")
                    .param("t", secret)
                    .query(Integer.class)
                    .single())
            .isZero();
    }

    @Test
    void saysAsAProblemThatAWrongPasswordIsWrong() throws Exception {
        mvc.perform(post("/api/v1/tokens").contentType(MediaType.APPLICATION_JSON)
            .content("{\"username\":\"nobody\",\"password\":\"wrong\",\"name\":\"x\"}"))
            .andExpect(status().isUnauthorized())
            .andExpect(jsonPath("$.code").value("sign_in.wrong"));
    }

    @Test
    void endsATokenAtOnce() throws Exception {
        var csr = people.hire(Role.CSR);
        var secret = tokens.secret(csr);
        var list = mvc.perform(get("/api/v1/tokens").header("Authorization", "Bearer " + secret))
            .andExpect(status().isOk())
            .andReturn();
        String id = com.jayway.jsonpath.JsonPath.read(list.getResponse().getContentAsString(), "$.items[0].id");
        mvc.perform(delete("/api/v1/tokens/{id}", id).with(tokens.of(people.hire(Role.ADMIN))))
            .andExpect(status().isNotFound());
        mvc.perform(delete("/api/v1/tokens/{id}", id).header("Authorization", "Bearer " + secret))
            .andExpect(status().isNoContent());
        Thread.sleep(1000);
        mvc.perform(get("/api/v1/me").header("Authorization", "Bearer " + secret))
            .andExpect(status().isUnauthorized())
            .andExpect(header().string("WWW-Authenticate", "Bearer"))
            .andExpect(jsonPath("$.code").value("token.invalid"));
    }

    @Test
    void takesNoSessionInPlaceOfAToken() throws Exception {
        mvc.perform(get("/api/v1/me")).andExpect(status().isUnauthorized());
        mvc.perform(get("/work").with(tokens.of(people.hire(Role.CSR)))).andExpect(status().is3xxRedirection());
    }

    @Test
    void carriesNoMoreThanWasAskedFor() throws Exception {
        var admin = people.hire(Role.ADMIN);
        mvc.perform(get("/api/v1/me").with(tokens.of(admin, Right.VIEW)))
            .andExpect(jsonPath("$.rights.length()").value(1));
        mvc.perform(get("/api/v1/staff").with(tokens.of(admin, Right.VIEW))).andExpect(status().isOk());
        mvc.perform(get("/api/v1/units").with(tokens.of(admin, Right.VIEW))).andExpect(status().isOk());
        mvc.perform(get("/nowhere").with(SignedIn.as(admin))).andExpect(status().isNotFound());
    }

}
