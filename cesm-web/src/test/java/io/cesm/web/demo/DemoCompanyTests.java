package io.cesm.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;

import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest

class DemoCompanyTests {

    @Autowired
    private DemoCompany company;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void isToldWithAllItsHistory() {
        company.make();

        assertThat(count("customer where demo")).isBetween(38L, 48L);
        assertThat(count("contact where demo")).isGreaterThanOrEqualTo(145);
        assertThat(count("staff where demo")).isEqualTo(30);
        assertThat(count("expectation where demo")).isBetween(290L, 320L);
        assertThat(states().keySet()).containsExactly("CAPTURED", "CLARIFIED", "COMMITTED", "CONFIRMED", "DECLINED",
                "DELIVERED", "MERGED", "NOT_MET", "WITHDRAWN");
        assertThat(count("(select distinct verbatim from expectation) v")).isGreaterThan(250);
        assertThat(count("timeline_entry where at > now() + interval '1 minute'")).isZero();
        assertThat(count("timeline_entry where subject_type = 'EXPECTATION' and at < now() - interval '12 months'"))
            .isGreaterThan(100);
    }

    private Map<String, Long> states() {
        Map<String, Long> states = new TreeMap<>();
        jdbc.sql("select state, count(*) from expectation group by state").query(rs -> {
            states.put(rs.getString(1), rs.getLong(2));
        });
        return states;
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }

}
