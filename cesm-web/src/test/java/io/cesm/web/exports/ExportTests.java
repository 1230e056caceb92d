package io.cesm.web.exports;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.cesm.domain.customer.ContactDetails;
import io.cesm.domain.customer.CustomerDetails;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.PointKind;
import io.cesm.domain.customer.PointWish;
import io.cesm.domain.customer.RegisteringContacts;
import io.cesm.domain.customer.RegisteringCustomers;
import io.cesm.domain.export.ExportId;
import io.cesm.domain.export.RequestingExports;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.table.TableKind;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@WebTest
@TestPropertySource(properties = "cesm.exports.at-once=3")
class ExportTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    RegisteringCustomers registering;

    @Autowired
    RegisteringContacts contacts;

    @Autowired
    RequestingExports requesting;

    @Autowired
    JdbcClient jdbc;

    private UnitId unit;

    private StaffId me;

    @BeforeEach
    void somebodyOfAUnit() {
        unit = people.company();
        me = people.hire(unit, Role.MANAGER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "/expectations", "/expectations/board", "/expectations/calendar", "/expectations/conflicts",
                    "/customers", "/contacts", "/duplicates", "/insights/expectations/uncovered", "/levels" })
    void everyListGoesOutInBothFormsAndIsNoted(String page) throws Exception {
        for (var form : List.of("csv", "xlsx")) {
            var before = noted("TAKEN_OUT");
            var answer = ask(get(page + "/export." + form));
            assertThat(answer.getResponse().getStatus()).isEqualTo(200);
            assertThat(answer.getResponse().getHeader("Content-Disposition")).contains("attachment", "." + form);
            assertThat(answer.getResponse().getContentAsByteArray().length).isGreaterThan(40);
            assertThat(noted("TAKEN_OUT")).isEqualTo(before + 1);
        }
        assertThat(ask(get(page)).getResponse().getContentAsString()).contains("export.csv");
    }

    @Test
    void theListOfColleaguesAndTheLogGoOutToThoseWhoMayReadThem() throws Exception {
        var admin = people.hire(Role.ADMIN);
        var q = people.login(admin);
        assertThat(ask(get("/admin/people/export.csv").param("q", q), admin).getResponse().getContentAsString())
            .contains(q);
        assertThat(ask(get("/audit/export.csv").param("subject", UUID.randomUUID().toString()), admin).getResponse()
            .getStatus()).isEqualTo(200);
        assertThat(ask(get("/admin/people/export.csv")).getResponse().getStatus()).isIn(403, 404);
        assertThat(ask(get("/audit/export.csv")).getResponse().getStatus()).isIn(403, 404);
    }

    @Test
    void aShortListHonoursItsFiltersAndHoldsNoFormula() throws Exception {
        customer("=HYPERLINK(\"http://x\")");
        customer("山河重工");
        var q = customer("长江电气");
        people.as(me,
                () -> contacts.register(q, ContactDetails.named("王工"),
                        List.of(new PointWish(PointKind.PHONE, "13800138000", null, true),
                                new PointWish(PointKind.PHONE, "13900139000", null, false))));

        var all = text(ask(get("/customers/export.csv")));
        assertThat(all).contains("'=HYPERLINK", "山河重工", "长江电气");
        assertThat(text(ask(get("/customers/export.csv").param("q", "长江")))).contains("长江电气").doesNotContain("山河重工");
        assertThat(text(ask(get("/contacts/export.csv").param("customer", q.toString())))).contains("王工", "13800138000",
                "13900139000");
        var book = ask(get("/customers/export.xlsx")).getResponse().getContentAsByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            assertThat(workbook.getFirstSheet().read()).hasSize(4)
                .allSatisfy(row -> row.stream()
                    .filter(Objects::nonNull)
                    .forEach(cell -> assertThat(cell.getFormula()).isNull()));
        }
    }

    @Test
    void namesOfUnitsAndCustomersAreThoseOfTheReadersLanguage() throws Exception {
        jdbc.sql("update org_unit set name_en = 'East office' where id = ?").param(unit.id()).update();
        var q = customer("岷江电气");
        jdbc.sql("update customer set name_en = 'Minjiang Electric' where id = ?").param(q.id()).update();
        people.as(me, () -> contacts.register(q, ContactDetails.named("王工"), List.of()));

        for (var list : List.of("/customers", "/insights/expectations/uncovered")) {
            var english = text(ask(get(list + "/export.csv").locale(Locale.ENGLISH)));
            assertThat(english).as(list).contains("Minjiang Electric", "East office");
        }
        assertThat(text(ask(get("/contacts/export.csv").locale(Locale.ENGLISH)))).contains("Minjiang Electric")
            .doesNotContain("岷江电气");
        assertThat(text(ask(get("/insights/expectations/uncovered/export.csv").locale(Locale.SIMPLIFIED_CHINESE))))
            .contains("岷江电气")
            .doesNotContain("Minjiang");
    }

    @Test
    void theLogGoesOutInWordsBesideTheCodesTheyStandFor() throws Exception {
        var admin = people.hire(Role.ADMIN);
        var q = customer("乌江电气");
        var log = get("/audit/export.csv").param("subject", q.toString());
        assertThat(text(ask(log.locale(Locale.ENGLISH), admin))).contains("Customer", "registered the customer",
                "CUSTOMER.REGISTERED", "Kind: – → Company", "kind: – → COMPANY");
    }

    @Test
    void aLongListIsPreparedFetchedOnceByTheOneWhoAskedAndThenGone() throws Exception {
        for (int i = 0; i < 5; i++) {
            customer("批量客户" + i);
        }
        customer("别的客户");

        var sent = ask(get("/customers/export.csv").param("q", "批量客户"));
        assertThat(sent.getResponse().getStatus()).isEqualTo(303);
        var offer = sent.getResponse().getHeader("Location");
        assertThat(ask(get(URI.create(offer))).getResponse().getContentAsString()).contains("q=%E6%89%B9")
            .doesNotContain("??");
        var show = redirect(ask(post("/exports").param("kind", "customers")
            .param("form", "CSV")
            .param("query", Downloads.query(Map.of("q", List.of("批量客户"))))));
        await().atMost(Duration.ofSeconds(20))
            .until(() -> ask(get(show)).getResponse().getContentAsString().contains("/file"));
        assertThat(ask(get("/exports")).getResponse().getContentAsString()).contains(show).doesNotContain("??");
        assertThat(ask(get("/notices")).getResponse().getContentAsString()).contains(show);

        var other = people.hire(unit, Role.MANAGER);
        assertThat(ask(get(show), other).getResponse().getStatus()).isEqualTo(404);
        assertThat(ask(post(show + "/file"), other).getResponse().getStatus()).isEqualTo(404);
        assertThat(text(ask(post(show + "/file")))).contains("批量客户0", "批量客户4").doesNotContain("别的客户");
        assertThat(ask(post(show + "/file")).getResponse().getStatus()).isEqualTo(422);
        assertThat(jdbc.sql("select count(*) from export_part where export_id = ?")
            .param(UUID.fromString(show.substring("/exports/".length())))
            .query(Long.class)
            .single()).isZero();
        assertThat(noted("REQUESTED")).isEqualTo(1);
        assertThat(noted("FETCHED")).isEqualTo(1);
    }

    @Test
    void onlyOneIsPreparedForAPersonAtATimeAndItStaysFindable() throws Exception {
        var first = people.as(me, () -> requesting.request("customers", TableKind.XLSX, Map.of(), Locale.ENGLISH));
        await().atMost(Duration.ofSeconds(20))
            .until(() -> jdbc.sql("select state from export_job where id = ?")
                .param(first.id())
                .query(String.class)
                .single()
                .equals("READY"));
        jdbc.sql("update export_job set state = 'RUNNING' where id = ?").param(first.id()).update();
        assertThat(ask(post("/exports").param("kind", "customers").param("form", "CSV")).getResponse().getStatus())
            .isEqualTo(422);
        assertThat(ask(get("/exports/" + first)).getResponse().getContentAsString()).contains("progress");
        var gone = ask(post("/exports/" + first + "/discard"));
        assertThat(ask(get(redirect(gone)).cookie(gone.getResponse().getCookies())).getResponse().getContentAsString())
            .contains("已放弃该导出任务");
        assertThat(ask(get("/exports/" + first)).getResponse().getStatus()).isEqualTo(404);
    }

    @Test
    void anUnknownFilterAKindOutOfReachAndNonsenseAreRefused() throws Exception {
        assertThat(ask(get("/customers/export.csv").param("owner", "x")).getResponse().getStatus()).isEqualTo(400);
        assertThat(ask(post("/exports").param("kind", "people").param("form", "CSV")).getResponse().getStatus())
            .isEqualTo(404);
        assertThat(ask(post("/api/v1/exports").contentType(MediaType.APPLICATION_JSON)
            .content("{\"kind\":\"customers\",\"filters\":{\"tier\":[\"gold\"]}}")).getResponse().getStatus())
            .isEqualTo(422);
        assertThat(ask(post("/api/v1/exports").contentType(MediaType.APPLICATION_JSON)
            .content("{\"kind\":\"customers\",\"filters\":{\"nobody\":[\"1\"]}}")).getResponse().getContentAsString())
            .contains("export.filter");
    }

    @Test
    void aProgramAsksWaitsAndFetches() throws Exception {
        customer("接口客户");
        var made = ask(post("/api/v1/exports").contentType(MediaType.APPLICATION_JSON)
            .content("{\"kind\":\"customers\",\"form\":\"CSV\",\"filters\":{\"q\":[\"接口客户\"]}}"));
        assertThat(made.getResponse().getStatus()).isEqualTo(202);
        var at = String.valueOf(made.getResponse().getHeader("Location"));
        await().atMost(Duration.ofSeconds(20))
            .until(() -> ask(get(at)).getResponse().getContentAsString().contains("\"READY\""));
        assertThat(text(ask(post(at + "/file").header("Idempotency-Key", "k1")))).contains("接口客户");
        assertThat(ask(post(at + "/file").header("Idempotency-Key", "k1")).getResponse().getStatus()).isEqualTo(422);
        assertThat(ask(get("/api/v1/export-kinds")).getResponse().getContentAsString()).contains("conflicts")
            .doesNotContain("\"people\"");
        people.as(me, () -> requesting.discard(ExportId.of(at.substring(at.lastIndexOf('/') + 1))));
    }

    private CustomerId customer(String name) {
        return people.as(me, () -> registering.register(CustomerDetails.company(name, unit)));
    }

    private long noted(String action) {
        return jdbc
            .sql("select count(*) from timeline_entry where subject_type = 'EXPORT' and action = ? and actor_id = ?")
            .params(action, me.id())
            .query(Long.class)
            .single();
    }

    private static String text(MvcResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String redirect(MvcResult answer) {
        assertThat(answer.getResponse().getStatus()).isEqualTo(302);
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private MvcResult ask(MockHttpServletRequestBuilder request) throws Exception {
        return ask(request, me);
    }

    private MvcResult ask(MockHttpServletRequestBuilder request, StaffId who) throws Exception {
        return mvc.perform(request.with(SignedIn.as(who)).with(csrf())).andReturn();
    }

}
