package io.cesm.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.cesm.domain.time.CompanyTime;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class StartTests {

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void countsDaysInSqlWhereTheCompanyHasItsSeat() {
        assertThat(jdbc.sql("select current_setting('TimeZone')").query(String.class).single())
            .isEqualTo(CompanyTime.ZONE.getId());
    }

    @Test
    void asksAStrangerToSignIn() {
        assertThat(web.get().uri("/work").accept("text/html")).hasStatus3xxRedirection();
    }

}
