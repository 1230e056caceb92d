package io.cesm.web.api;

import io.cesm.domain.people.Role;
import io.cesm.web.support.People;
import io.cesm.web.support.Tokens;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@WebTest
class ApiMissesTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private Tokens tokens;

    @Test
    void aProgramThatFindsNoEndpointGetsAProblemWhateverItAccepts() throws Exception {
        for (var accept : new String[] { "*/*", "text/html", "application/json" }) {
            misses(get("/api/v1/no-such-thing"), accept, 404, "no_endpoint");
            misses(delete("/api/v1/complaints"), accept, 405, "method_not_allowed");
            misses(post("/api/v1/work-orders").contentType(MediaType.TEXT_PLAIN).content("x"), accept, 415,
                    "unsupported_media_type");
        }
        misses(get("/api/v1/me"), "image/png", 406, "not_acceptable");
        mvc.perform(delete("/api/v1/complaints").with(tokens.of(people.hire(Role.CSR))))
            .andExpect(header().exists("Allow"));
    }

    private void misses(MockHttpServletRequestBuilder asking, String accept, int status, String code) throws Exception {
        mvc.perform(asking.with(tokens.of(people.hire(Role.CSR))).header("Accept", accept))
            .andExpect(status().is(status))
            .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
            .andExpect(jsonPath("$.code").value(code))
            .andExpect(jsonPath("$.detail").isNotEmpty());
    }

}
