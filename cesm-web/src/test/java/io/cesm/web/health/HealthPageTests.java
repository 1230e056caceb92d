package io.cesm.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import jakarta.servlet.http.Cookie;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class HealthPageTests {

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anAdministratorReadsInBothLanguagesHowEachPartIs() throws IOException {
        var admin = people.hire(Role.ADMIN);
        assertThat(page(admin, "zh")).contains("PostgreSQL", "系统状态", "磁盘", "没有配置邮件服务器").doesNotContain("??");
        assertThat(page(admin, "en")).contains("PostgreSQL", "System health", "Escalations").doesNotContain("??");
    }

    @Test
    void aJobThatFailsAgainAndAgainIsNamed() throws IOException {
        jdbc.sql(
                """
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, consecutive_failures, version)
                        values ('count-the-stars', 'one', now() + interval '1 day', false, 3, 1)""")
            .update();
        try {
            assertThat(page(people.hire(Role.ADMIN), "en")).contains("count-the-stars", "Something is broken");
        }
        finally {
            jdbc.sql("delete from scheduled_tasks where task_name = 'count-the-stars'").update();
        }
    }

    @Test
    void nobodyElseSeesIt() {
        assertThat(web.get().uri("/admin/health").with(SignedIn.as(people.hire(Role.MANAGER)))).hasStatus(403);
    }

    private String page(StaffId who, String language) throws IOException {
        return web.get()
            .uri("/admin/health")
            .cookie(new Cookie("cesm_lang", language))
            .with(SignedIn.as(who))
            .exchange()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    }

}
