package io.cesm.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class StartTests {

    @Autowired
    private MockMvcTester web;

    @Test
    void asksAStrangerToSignIn() {
        assertThat(web.get().uri("/work").accept("text/html")).hasStatus3xxRedirection();
    }

}
