package io.cesm.web.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.Assignment;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.StaffingAccounts;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.support.Statements;
import io.cesm.perception.visit.VisitBook;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class VisitTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private VisitBook book;

    @Autowired
    private JdbcClient jdbc;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    private LocalDate today = LocalDate.EPOCH;

    private CustomerId customer = new CustomerId(new UUID(0, 0));

    /** Of tier 1, which is visited every 30 days; entered long ago, with FR and CSR. */
    @BeforeEach
    void aCustomerNeverVisited() {
        var accounts = new Accounts(context);
        account = accounts.make();
        today = accounts.today();
        customer = new CustomerId(account.customer());
        jdbc.sql("update customer set tier = 1, created_at = now() - interval '50 days' where id = ?")
            .param(account.customer())
            .update();
    }

    @Test
    void isWorkOfTheFirstOfTheTeamAndOfTheArOnceThereIsOne() {
        assertThat(due(account.fr())).contains(customer);
        assertThat(due(account.csr())).as("FR comes before CSR").doesNotContain(customer);
        var ar = people.hire(account.unit(), Role.AR);
        Acting.as(Actor.system("test"), () -> {
            context.getBean(StaffingAccounts.class)
                .assign(customer, new Assignment(ar, Role.AR, false, today, null), null);
            return ar;
        });
        assertThat(due(ar)).contains(customer);
        assertThat(due(account.fr())).doesNotContain(customer);
        assertThat(get("/work", ar)).hasStatusOk().bodyText().contains("Visits due", "visit due").doesNotContain("??");
    }

    @Test
    void isCountedFromTheDayOfEntryThenFromTheLastVisitAndNotForGroupsAndLostOnes() {
        assertThat(rhythm()).isEqualTo(today.minusDays(20));
        assertThat(get("/customers/" + customer + "?tab=visits", account.fr())).hasStatusOk()
            .bodyText()
            .contains("never yet", "every 30 days", "class=\"due late\"")
            .doesNotContain("??");
        assertThat(log(today.minusDays(3), "试车顺利，约定下月复查").getResponse().getStatus()).isEqualTo(302);
        assertThat(rhythm()).isEqualTo(today.plusDays(27));
        assertThat(log(today.minusDays(40), "补记").getResponse().getStatus()).isEqualTo(302);
        assertThat(rhythm()).as("an earlier visit that is logged later").isEqualTo(today.plusDays(27));
        assertThat(due(account.fr())).doesNotContain(customer);
        assertThat(get("/customers/" + customer + "?tab=visits", account.fr())).bodyText()
            .contains("试车顺利，约定下月复查", "周工")
            .doesNotContain("class=\"due late\"");
        jdbc.sql("delete from customer_visit where customer_id = ?").param(account.customer()).update();
        for (var change : List.of("status = 'LOST'", "kind = 'GROUP', status = 'CUSTOMER'",
                "kind = 'COMPANY', tier = null")) {
            jdbc.sql("update customer set " + change + " where id = ?").param(account.customer()).update();
            assertThat(due(account.fr())).as(change).doesNotContain(customer);
        }
    }

    @Test
    void theRegisterShowsThoseWhoAreDueAlone() throws Exception {
        var list = "/customers?visitDue=true&staff=" + account.fr();
        assertThat(get(list, account.fr())).hasStatusOk().bodyText().contains("/customers/" + customer + "\"");
        var api = new Api(context, account.fr());
        api.get(list).andExpect(jsonPath("$.items[*].id", hasItem(account.customer().toString())));
        assertThat(log(today.minusDays(3), "试车顺利").getResponse().getStatus()).isEqualTo(302);
        assertThat(get(list, account.fr())).bodyText().doesNotContain("/customers/" + customer + "\"");
        api.get(list).andExpect(jsonPath("$.items[*].id", not(hasItem(account.customer().toString()))));
        assertThat(get(list.replace("visitDue=true&", ""), account.fr())).bodyText()
            .contains("/customers/" + customer + "\"");
    }

    @Test
    void workSaysWhenTheCustomerWasSeenLastAndNamesThemOnce() {
        var name = jdbc.sql("select name from customer where id = ?")
            .param(account.customer())
            .query(String.class)
            .single();
        assertThat(get("/work", account.fr())).bodyText()
            .contains("Not visited yet; a visit is promised every 30 days")
            .containsOnlyOnce(">" + name + "<");
        assertThat(log(today.minusDays(31), "看了新产线").getResponse().getStatus()).isEqualTo(302);
        assertThat(get("/work", account.fr())).bodyText()
            .contains("Last visit on " + today.minusDays(31) + "; one is promised every 30 days");
    }

    @Test
    void whatCannotBeAVisitIsRefusedWithASentence() {
        assertThat(log(today.plusDays(1), "明天去")).hasStatus(422).bodyText().contains("A visit has been made");
        assertThat(log(today.minusYears(9), "很久以前")).hasStatus(422).bodyText().contains("A visit has been made");
        assertThat(post("on", "", "words", "x")).hasStatus(422);
        assertThat(post("on", today.toString(), "contact", new Accounts(context).make().contact().toString()))
            .matches(it -> it.getResponse().getStatus() == 404 || it.getResponse().getStatus() == 200);
        assertThat(jdbc.sql("select count(*) from customer_visit where customer_id = ?")
            .param(account.customer())
            .query(Long.class)
            .single()).isZero();
    }

    @Test
    void programsReadAndLogVisitsOfTheirCustomersOnly() throws Exception {
        var fr = new Api(context, account.fr());
        fr.get("/visits/due").andExpect(jsonPath("$[*].customer", hasItem(account.customer().toString())));
        fr.get("/work").andExpect(jsonPath("$.items[?(@.kind == 'visits_due')].count", hasItem(1)));
        fr.post("/customers/" + customer + "/visits",
                "{\"on\": \"%s\", \"contact\": \"%s\", \"words\": \"看了新产线\"}".formatted(today, account.contact()))
            .andExpect(status().isCreated());
        fr.get("/customers/" + customer + "/visits")
            .andExpect(jsonPath("$.lastOn").value(today.toString()))
            .andExpect(jsonPath("$.dueOn").value(today.plusDays(30).toString()))
            .andExpect(jsonPath("$.overdue").value(false))
            .andExpect(jsonPath("$.visits[0].words").value("看了新产线"));
        fr.get("/visits/due").andExpect(jsonPath("$[*].customer", not(hasItem(account.customer().toString()))));
        fr.post("/customers/" + customer + "/visits", "{}").andExpect(jsonPath("$.errors[0].field").value("on"));
        var stranger = new Api(context, new Accounts(context).make().fr());
        stranger.get("/customers/" + customer + "/visits").andExpect(status().isNotFound());
        stranger.post("/customers/" + customer + "/visits", "{}").andExpect(status().isNotFound());
        assertThat(get("/visits", account.fr())).hasStatusOk().bodyText().doesNotContain("??");
        assertThat(jdbc.sql("select count(*) from survey_event where event = 'VISIT_DONE' and customer_id = ?")
            .param(account.customer())
            .query(Long.class)
            .single()).as("the surveys are told, once it is certain").isOne();
    }

    @Test
    void aListOfManyCostsOneStatement() {
        var asked = people.as(account.fr(), () -> statements());
        assertThat(asked).hasSize(1);
    }

    private List<String> statements() {
        try {
            return Statements.of(() -> book.due(200));
        }
        catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private List<CustomerId> due(StaffId who) {
        return people.as(who, () -> book.asking(who, 100).ask(jdbc)).stream().map(it -> it.customer()).toList();
    }

    private LocalDate rhythm() {
        return people.as(account.fr(), () -> book.rhythm(customer)).dueOn();
    }

    private MvcTestResult log(LocalDate on, String words) {
        return post("on", on.toString(), "contact", account.contact().toString(), "words", words);
    }

    private MvcTestResult get(String path, StaffId who) {
        return web.get().uri(path).header("Accept-Language", "en").with(SignedIn.as(who)).exchange();
    }

    private MvcTestResult post(String... fields) {
        var request = web.post()
            .uri("/customers/" + customer + "/visits/new")
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .header("Accept-Language", "en")
            .with(SignedIn.as(account.fr()))
            .with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i + 1 < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

}
