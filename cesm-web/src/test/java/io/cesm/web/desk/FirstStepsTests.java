package io.cesm.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.cesm.domain.people.Role;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** Tables of the same names, empty and for one transaction, stand for a new system. */
@WebTest
@Transactional
class FirstStepsTests {

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anAdministratorOfAnEmptySystemIsToldWhereToBegin() {
        var admin = people.hire(Role.ADMIN);
        empty("customer", "account_team", "expectation");
        assertThat(web.get().uri("/work").header("Accept-Language", "en").with(SignedIn.as(admin))).hasStatusOk()
            .bodyText()
            .contains("First steps", "Register your customers", "Log the first expectation")
            .doesNotContain("??", "Nothing waits for you");
    }

    /** A link to a page that says no would be the first thing a newcomer sees. */
    @Test
    void theFirstExpectationIsAWayOnlyForWhoMayLogIt() {
        empty("customer", "account_team", "expectation");
        assertThat(web.get().uri("/work").header("Accept-Language", "en").with(SignedIn.as(people.hire(Role.ADMIN))))
            .bodyText()
            .contains("administering alone is not enough")
            .doesNotContain("/expectations/new");
        var both = people.hire(people.company(), Role.ADMIN, Role.CSR);
        assertThat(web.get().uri("/work").header("Accept-Language", "en").with(SignedIn.as(both))).bodyText()
            .contains("/expectations/new")
            .doesNotContain("administering alone");
    }

    @Test
    void whoCannotDoTheStepsIsNotToldOfThem() {
        var csr = people.hire(Role.CSR);
        empty("account_team");
        assertThat(web.get().uri("/work").header("Accept-Language", "en").with(SignedIn.as(csr))).bodyText()
            .doesNotContain("First steps");
    }

    private void empty(String... tables) {
        for (var table : tables) {
            jdbc.sql("create temporary table " + table + " (like public." + table + ") on commit drop").update();
        }
    }

}
