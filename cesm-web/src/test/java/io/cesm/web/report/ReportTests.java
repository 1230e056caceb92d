package io.cesm.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.AccessBook;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.report.CountingReports;
import io.cesm.governance.report.SendingReports.Rhythm;
import io.cesm.governance.report.SendingReports;
import io.cesm.web.mail.Posts;
import io.cesm.web.security.PublicAddress;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class ReportTests {

    private static final YearMonth MONTH = YearMonth.now(CompanyTime.ZONE).minusMonths(1);

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    private UnitId unit;

    private StaffId manager;

    @BeforeEach
    void fortyCustomersThatFeelWorseThanBefore() {
        unit = people.company();
        manager = people.hire(unit, Role.MANAGER);
        for (int i = 0; i < 40; i++) {
            var customer = customer("客户" + i);
            level(customer, MONTH.minusMonths(1).atDay(10), 80 + i % 5);
            level(customer, MONTH.atDay(10), 70 + i % 5);
        }
    }

    @Test
    void isWrittenInBothLanguagesEditedReleasedAndFrozen() {
        var drafted = post("/reports", Map.of("unit", unit.toString(), "month", MONTH.toString()));
        assertThat(drafted).hasStatus(302);
        var at = drafted.getResponse().getHeader("Location");
        assertThat(body(get(at, manager, "zh")))
            .contains("客户对我们的感受为 72.0 分", "比上期低 10.0 分，下降真实", "收到投诉 0 件，上期 0 件，数量太少")
            .doesNotContain("??");
        assertThat(body(get(at, manager, "en"))).contains("10.0 points less than before, and it is real",
                "This is a draft");
        assertThat(get(at, people.hire(people.company(), Role.MANAGER), "en")).as("another company's").hasStatus(404);
        assertThat(get(at, people.hire(unit, Role.CSR), "en")).as("who does not see the unit").hasStatus(404);

        assertThat(post(at + "/edit", Map.of("version", "0", "zh[index]", "指数回落，原因见投诉一节。"))).hasStatus(302);
        assertThat(body(get(at, manager, "zh"))).contains("指数回落，原因见投诉一节。").doesNotContain("下降真实");
        assertThat(post(at + "/release", Map.of("version", "0"))).as("somebody has edited since").hasStatus(409);
        assertThat(post(at + "/release", Map.of("version", "1"))).hasStatus(302);

        assertThat(post(at + "/edit", Map.of("version", "2", "zh[index]", "改"))).hasStatus(422);
        assertThat(post(at + "/redraft", Map.of())).hasStatus(422);
        var id = UUID.fromString(at.substring(at.lastIndexOf('/') + 1));
        assertThatThrownBy(() -> jdbc.sql("update report_pack set content = '{}' where id = ?").param(id).update())
            .isInstanceOf(DataAccessException.class);
    }

    @Test
    void isADocumentAndAnAnswerToPrograms() {
        var at = post("/reports", Map.of("unit", unit.toString(), "month", MONTH.toString())).getResponse()
            .getHeader("Location");
        assertThat(get(at + "/report.pdf", manager, "zh")).hasStatusOk().hasContentType("application/pdf");
        assertThat(body(get("/api/v1" + at, manager, "en"))).contains("\"key\":\"complaints\"", "\"zh\"", "\"en\"");
        assertThat(post("/reports", Map.of("unit", unit.toString(), "month", MONTH.plusMonths(3).toString())))
            .hasStatus(422);
        assertThat(post("/reports", Map.of("unit", people.company().toString(), "month", MONTH.toString())))
            .as("a unit of others")
            .hasStatus(404);
    }

    @Test
    void beginsForAManagerWithTheFiguresOfTheirUnit() {
        assertThat(get("/", manager, "zh").getResponse().getHeader("Location")).isEqualTo("/dashboard");
        assertThat(get("/", people.hire(unit, Role.CSR), "zh").getResponse().getHeader("Location")).isEqualTo("/work");
        assertThat(body(get("/dashboard", manager, "zh")))
            .contains("管理者", "客户对我们的感受为 77.0 分", "n = 40", "没有上期数据可比", "近十二个月")
            .doesNotContain("??");
        assertThat(body(get("/dashboard?board=OFFICE", manager, "en"))).contains("Reports waiting for release");
        assertThat(body(get("/api/v1/dashboard", people.hire(people.company(), Role.MANAGER), "en")))
            .contains("\"board\":\"MANAGER\"", "no index")
            .doesNotContain("77.0");
        assertThat(body(get("/dashboard/months.csv", manager, "en"))).hasLineCount(13);
        assertThat(body(get("/dashboard/rate.csv", manager, "en"))).hasLineCount(12);
    }

    @Test
    void comesByMailOnceAndNoMoreOnceItIsTurnedOff() throws Exception {
        address(manager, "zhou@report.example");
        var quiet = people.hire(unit, Role.MANAGER);
        address(quiet, "quiet@report.example");
        assertThat(
                web.post().uri("/me/reports").param("wanted", "false").with(csrf()).with(SignedIn.as(quiet)).exchange())
            .hasStatus(302);
        var server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try {
            var mails = mails(server);
            mails.deliver(Rhythm.MONTH, MONTH.atDay(1), MONTH.atEndOfMonth());
            mails.deliver(Rhythm.MONTH, MONTH.atDay(1), MONTH.atEndOfMonth());
            var mine = Arrays.stream(server.getReceivedMessages())
                .filter(it -> to(it).contains("report.example"))
                .toList();
            assertThat(mine).hasSize(1);
            assertThat(to(mine.getFirst())).isEqualTo("zhou@report.example");
            assertThat(mine.getFirst().getSubject()).contains("客户满意度月报");
            assertThat((String) mine.getFirst().getContent()).contains("比上期低 10.0 分，下降真实", "/me/reports");
            assertThat(mine.getFirst().getHeader("List-Unsubscribe")[0]).contains("/me/reports");
        }
        finally {
            server.stop();
        }
        assertThat(body(get("/me/reports", manager, "zh"))).contains("客户满意度月报", "下降真实");
    }

    private static String to(jakarta.mail.internet.MimeMessage message) {
        try {
            return ((jakarta.mail.internet.InternetAddress) message.getAllRecipients()[0]).getAddress();
        }
        catch (jakarta.mail.MessagingException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private ReportMails mails(GreenMail server) {
        return new ReportMails(context.getBean(SendingReports.class), context.getBean(CountingReports.class),
                context.getBean(PackWriter.class), context.getBean(AccessBook.class), Posts.to(server),
                context.getBean(PublicAddress.class), context, context.getBean(Clock.class));
    }

    private void address(StaffId staff, String address) {
        jdbc.sql("update staff set email = ? where id = ?").params(address, staff.id()).update();
    }

    private MvcTestResult get(String address, StaffId who, String language) {
        return web.get().uri(address).header("Accept-Language", language).with(SignedIn.as(who)).exchange();
    }

    private MvcTestResult post(String address, Map<String, String> params) {
        var request = web.post().uri(address).with(csrf()).with(SignedIn.as(manager));
        params.forEach(request::param);
        return request.exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private UUID customer(String name) {
        var id = Uuid7.next();
        jdbc.sql("""
                insert into customer (id, number, kind, status, unit_id, name, name_key, tier, search, created_at,
                                      updated_at, version)
                values (?, ?, 'COMPANY', 'CUSTOMER', ?, ?, ?, 1, ''::tsvector, now(), now(), 0)
                """).params(id, "K-" + id, unit.id(), name, name + id).update();
        return id;
    }

    private void level(UUID customer, LocalDate day, int value) {
        jdbc.sql(
                """
                        insert into level_reading (id, customer_id, dimension_code, level, value, read_on, source_kind, source_id,
                                                   source_label, recorded_at)
                        values (?, ?, 'delivery', 'P', ?, ?, 'TEST', ?, 't', now())""")
            .params(Uuid7.next(), customer, value, day, Uuid7.next())
            .update();
    }

}
