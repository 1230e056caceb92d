package io.cesm.web.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.cesm.domain.customer.ContactDetails;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.PointWish;
import io.cesm.domain.customer.RegisteringContacts;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
@TestPropertySource(properties = "cesm.test=demo") // a database of its own
class DemoCompanyTests {

    @Autowired
    private DemoCompany company;

    @Autowired
    private RemovingTheDemoCompany removing;

    @Autowired
    private RegisteringContacts contacts;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    @Test
    void isToldWithAllItsHistoryAndRemovedWithAllOfIt() {
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
        assertThat(count(
                "survey_response where answered_on < now() - interval '12 months' and jsonb_typeof(items -> 'q6') = 'number'"))
            .as("scores to compare with")
            .isGreaterThan(100);
        goesOnWhereAnEarlierStartEnded();
        var demoAdmin = new StaffId(one("select id from staff where login = 'admin'"));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> people.as(demoAdmin, removing::remove));
        var admin = people.hire(Role.ADMIN);
        var customer = new CustomerId(one("select id from customer where demo and name = '澜峤能源集团'"));
        people.as(admin, () -> contacts.register(customer, ContactDetails.named("自己录入的人"),
                List.of(PointWish.mail("own@example.com"))));

        assertThat(mvc.get().uri("/admin/demo").with(SignedIn.as(admin))).hasStatusOk()
            .bodyText()
            .contains("自己录入的人", "/admin/demo/removal");
        assertThat(mvc.get().uri("/admin/demo").with(SignedIn.as(demoAdmin))).bodyText()
            .doesNotContain("/admin/demo/removal");
        people.as(admin, removing::remove);

        for (var table : Set.of("customer", "contact", "contact_point", "expectation", "level_reading",
                "account_team")) {
            assertThat(count(table)).as(table).isZero();
        }
        assertThat(count("staff where demo")).isZero();
        assertThat(count("staff")).isOne();
        assertThat(count("org_unit")).isOne();
        assertThat(count("timeline_entry where action = 'DEMO_REMOVED'")).isOne();
        assertThat(mvc.get().uri("/admin/demo").with(SignedIn.as(admin))).hasStatusOk();
    }

    private void goesOnWhereAnEarlierStartEnded() {
        var told = List.of(count("top_issue"), count("saved_view"), count("expectation"), count("contact"));
        jdbc.sql("update demo_part set told_at = null where name in ('DemoPast', 'DemoTopIssues', 'DemoViews')")
            .update();
        assertThat(company.isUnfinished()).isTrue();
        company.goOn();
        assertThat(company.isUnfinished()).isFalse();
        assertThat(List.of(count("top_issue"), count("saved_view"), count("expectation"), count("contact")))
            .isEqualTo(told);
    }

    private Map<String, Long> states() {
        Map<String, Long> states = new TreeMap<>();
        jdbc.sql("select state, count(*) from expectation group by state").query(rs -> {
            states.put(rs.getString(1), rs.getLong(2));
        });
        return states;
    }

    private java.util.UUID one(String sql) {
        return jdbc.sql(sql).query(java.util.UUID.class).single();
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }

}
