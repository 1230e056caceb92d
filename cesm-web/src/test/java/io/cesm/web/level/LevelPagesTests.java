package io.cesm.web.level;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.level.Level;
import io.cesm.domain.level.LevelLedger;
import io.cesm.domain.level.Reading;
import io.cesm.domain.level.ReadingSource;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.support.Statements;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class LevelPagesTests {

    private static final LocalDate TODAY = LocalDate.now();

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private LevelLedger ledger;

    @Autowired
    private JdbcClient jdbc;

    private StaffId manager;

    private CustomerId ours;

    private CustomerId theirs;

    @BeforeEach
    void aCustomerOfOursAndOneOfOthers() {
        var unit = people.company();
        manager = people.hire(unit, Role.MANAGER);
        ours = customer("鸿远重工", unit.id());
        theirs = customer("别家机密", people.company().id());
        put(ours, "delivery", "86", "78", "70", "62");
        put(theirs, "delivery", "11", "12", "13", "14");
    }

    @Test
    void showsTheWaterfallInBothLanguages() {
        var chinese = body(get("/levels/customers/" + ours, "zh"));
        assertThat(chinese).contains("四级水平", "客户的感知比期望低 24.0 分", "期望管理", ">86.0<", "P − E = ", "(−8.0)", "登记测量值")
            .doesNotContain("??")
            .doesNotContain(" style=");
        var english = body(get("/levels/customers/" + ours, "en"));
        assertThat(english).contains("What the customer perceives is 24.0 points below", "Trend by quarter", "n&nbsp;")
            .doesNotContain("??");
    }

    @Test
    void saysThatALevelIsMissing() {
        var id = customer("缺口公司", unitOf(ours));
        put(id, "solution", "86", null, "70", "62");

        assertThat(body(get("/levels/customers/" + id, "zh"))).contains("hatched", "没有读数", "从期望到交付下降了 16.0 分");
        assertThat(body(get("/levels/customers/" + id + "?dimension=delivery", "en"))).contains("There is no reading");
    }

    @Test
    void leadsFromEveryBarToItsReadings() {
        var page = body(get("/levels/customers/" + ours + "?period=all&below=false", "en"));
        assertThat(page).contains("/levels/readings?customer=" + ours + "&amp;period=all&amp;below=false&amp;level=E");

        var readings = body(get("/levels/readings?customer=" + ours + "&period=all&below=false&level=E", "en"));
        assertThat(readings).contains("E-2026-0001", "Expected").doesNotContain("别家机密", "??");
    }

    @Test
    void neverCountsTheCustomersOfOthers() {
        assertThat(get("/levels/customers/" + theirs, "en")).hasStatus(404);
        assertThat(get("/api/v1/levels/customers/" + theirs, "en")).hasStatus(404);
        assertThat(get("/api/v1/levels/customers/" + theirs + "/trend", "en")).hasStatus(404);
        assertThat(get("/levels/readings?customer=" + theirs, "en")).hasStatus(404);
        for (var door : new String[] { "/levels", "/levels?silent=true", "/levels/readings", "/levels/export.csv",
                "/api/v1/levels/readings" }) {
            assertThat(body(get(door, "zh"))).as(door).contains("鸿远重工").doesNotContain("别家机密");
        }
        var reading = jdbc.sql("select id from level_reading where customer_id = ? limit 1")
            .param(theirs.id())
            .query(UUID.class)
            .single();
        assertThat(get("/levels/readings/" + reading, "zh")).hasStatus(404);
        assertThat(post(theirs, "10")).hasStatus(404);
    }

    @Test
    void showsCustomersByDimensionAndExportsThem() {
        var page = body(get("/levels?show=DELIVERY&dimension=delivery&period=12m", "zh"));
        assertThat(page).contains("鸿远重工", "−8.0", "n 1").doesNotContain("??");

        var file = body(get("/levels/export.csv?period=12m", "en"));
        assertThat(file).contains("86.000000", "-24.000000", "Delivery");
        assertThat(get("/levels/export.xlsx", "en")).hasStatusOk();
        assertThat(get("/levels?tier=1&secret=1", "en")).hasStatus(400);
        assertThat(get("/levels?period=never", "en").getResponse().getStatus()).isBetween(400, 422);
    }

    @Test
    void notesAMeasuredLevelAndSaysWhatIsWrong() {
        assertThat(post(ours, "10")).hasStatus3xxRedirection();
        assertThat(body(get("/levels/customers/" + ours + "?dimension=service_response", "zh"))).contains("96.9");
        var reading = jdbc.sql("select id from level_reading where customer_id = ? and source_kind = 'MEASUREMENT'")
            .param(ours.id())
            .query(UUID.class)
            .single();
        assertThat(body(get("/levels/readings/" + reading, "zh"))).contains("平均响应时间", "72 h", "撤回")
            .doesNotContain("??");

        var wrong = post(ours, "ten");
        assertThat(wrong).hasStatus(422);
        assertThat(body(wrong)).contains("value=\"平均响应时间\"", "aria-invalid");
    }

    @Test
    void tellsProgramsExactly() {
        var json = assertThat(get("/api/v1/levels/customers/" + ours + "?period=12m", "en")).hasStatusOk().bodyJson();
        json.extractingPath("$.overall.levels.E.value").isEqualTo(86.0);
        json.extractingPath("$.overall.gaps.satisfaction").isEqualTo(-24.0);
        json.extractingPath("$.dimensions.delivery.steps[1].processes[0]").isEqualTo("DELIVERY");

        var opened = opened();
        var sent = web.post()
            .uri("/api/v1/levels/readings")
            .with(SignedIn.as(manager))
            .cookie(opened.cookie())
            .header("X-CSRF-TOKEN", opened.token())
            .contentType(MediaType.APPLICATION_JSON)
            .content("""
                    {"customer": "%s", "dimension": "innovation", "level": "P", "title": "年度评价", "readOn": "%s",
                     "answered": {"value": 2, "min": 1, "max": 6, "reversed": true}, "n": 5, "externalKey": "erp-7"}
                    """.formatted(ours, TODAY))
            .exchange();
        assertThat(sent).hasStatus(201).bodyJson().extractingPath("$.value").isEqualTo(80.0);
        assertThat(get("/api/v1/levels/customers/" + ours + "?dimension=innovation", "en")).bodyJson()
            .extractingPath("$.dimensions.innovation.levels.P.n")
            .isEqualTo(5);
    }

    @Test
    void asksTheDatabaseAConstantNumberOfTimes() throws Exception {
        get("/levels", "zh");
        var few = counted();
        for (int i = 0; i < 20; i++) {
            put(customer("更多客户" + i, unitOf(ours)), "solution", "80", "80", null, "70");
        }
        assertThat(counted()).isEqualTo(few);
    }

    /** Without what is known for a second: who asks, and what dimensions are called. */
    private long counted() throws Exception {
        return Statements.of(() -> get("/levels?period=12m", "zh"))
            .stream()
            .filter(it -> !it.startsWith("with me as") && !it.contains("from dimension order by"))
            .count();
    }

    private MvcTestResult get(String address, String language) {
        return web.get().uri(address).header("Accept-Language", language).with(SignedIn.as(manager)).exchange();
    }

    private MvcTestResult post(CustomerId customer, String measured) {
        var opened = opened();
        return web.post()
            .uri("/levels/customers/" + customer + "/readings")
            .with(SignedIn.as(manager))
            .cookie(opened.cookie())
            .param("_csrf", opened.token())
            .param("_nonce", Uuid7.next().toString())
            .param("dimension", "service_response")
            .param("level", "D")
            .param("title", "平均响应时间")
            .param("measured", measured)
            .param("unit", "h")
            .param("unacceptable", "72")
            .param("ideal", "8")
            .param("n", "12")
            .param("readOn", TODAY.toString())
            .exchange();
    }

    /** A page that stands open in a browser: its session and its token. */
    private record Opened(Cookie cookie, String token) {
    }

    private Opened opened() {
        var page = get("/levels", "zh");
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(body(page));
        assertThat(token.find()).isTrue();
        return new Opened(requireNonNull(page.getResponse().getCookie("cesm")), token.group(1));
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        }
        catch (UnsupportedEncodingException ex) {
            throw new AssertionError(ex);
        }
    }

    private UUID unitOf(CustomerId customer) {
        return jdbc.sql("select unit_id from customer where id = ?").param(customer.id()).query(UUID.class).single();
    }

    private CustomerId customer(String name, UUID unit) {
        var id = Uuid7.next();
        jdbc.sql("""
                insert into customer (id, number, kind, status, unit_id, name, name_key, tier, search, created_at,
                                      updated_at, version)
                values (?, ?, 'COMPANY', 'CUSTOMER', ?, ?, ?, 1, ''::tsvector, now(), now(), 0)
                """).params(id, "K-" + id, unit, name, name + id).update();
        return new CustomerId(id);
    }

    private void put(CustomerId customer, String dimension, @Nullable String... values) {
        var source = ReadingSource.expectation(Uuid7.next(), "E-2026-0001");
        for (var level : Level.values()) {
            var value = values[level.ordinal()];
            if (value != null) {
                ledger.put(Reading.of(customer, dimension, level, new BigDecimal(value), TODAY, source));
            }
        }
    }

}
