package io.cesm.web.security;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.Role;
import io.cesm.web.support.People;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@WebTest
@TestPropertySource(properties = "cesm.test=first-start")
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class SetUpTests {

    private static final String PASSWORD = "vier blaue Hüte im Regen";

    @Autowired
    private SetUp setUp;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private People people;

    @Test
    void opensOnlyToWhoReadsTheConsoleAndOnlyOnce(CapturedOutput console) throws Exception {
        jdbc.sql("delete from staff_role where role = 'ADMIN'").update();
        setUp.offer();
        var code = console.getOut().replaceAll("(?s).*\\s([A-Z2-9]{4}(-[A-Z2-9]{4}){3})\\s.*", "$1");
        assertThat(code).hasSize(19);
        mvc.perform(get("/setup")).andExpect(status().isOk());

        refused(wish("AAAA-AAAA-AAAA-AAAA"), "setup.code_wrong");
        jdbc.sql("update set_up_code set expires_at = now() - interval '1 minute'").update();
        refused(wish(code), "setup.code_over");
        jdbc.sql("update set_up_code set expires_at = now() + interval '1 minute', tries = 10").update();
        refused(wish(code), "setup.code_over");
        jdbc.sql("update set_up_code set tries = 0").update();

        var first = setUp.begin(wish(code.toLowerCase()));
        assertThat(people.actor(first).roles()).containsExactly(Role.ADMIN);
        assertThat(setUp.open()).isFalse();
        assertThatExceptionOfType(UnknownThing.class).isThrownBy(() -> setUp.begin(wish(code)));
        mvc.perform(get("/setup")).andExpect(status().isNotFound());
        assertThat(jdbc.sql("select count(*) from set_up_code").query(Integer.class).single()).isZero();
    }

    private void refused(SetUp.Wish wish, String code) {
        assertThatExceptionOfType(FieldRefusal.class).isThrownBy(() -> setUp.begin(wish))
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static SetUp.Wish wish(String code) {
        return new SetUp.Wish(code, "鸿远重工", "first", "王敏", PASSWORD);
    }

}
