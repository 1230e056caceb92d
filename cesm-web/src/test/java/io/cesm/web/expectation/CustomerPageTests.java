package io.cesm.web.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Pattern;

import io.cesm.domain.time.ScopedClock;
import io.cesm.expectation.AgreeingExpectations;
import io.cesm.expectation.CaptureExpectation;
import io.cesm.expectation.ClarifyExpectation;
import io.cesm.expectation.CommitExpectation;
import io.cesm.expectation.DeliverExpectation;
import io.cesm.expectation.ExpectationBook;
import io.cesm.expectation.ExpectationDetails;
import io.cesm.expectation.ExpectationId;
import io.cesm.expectation.ExpectationState;
import io.cesm.expectation.FulfillingExpectations;
import io.cesm.expectation.LoggingExpectations;
import io.cesm.expectation.OfferingConfirmation;
import io.cesm.expectation.Target;
import io.cesm.web.support.People;
import io.cesm.web.support.WebTest;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
@Import(Account.class)
class CustomerPageTests {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    private MockMvcTester web;

    @Autowired
    private Account account;

    @Autowired
    private People people;

    @Autowired
    private LoggingExpectations logging;

    @Autowired
    private AgreeingExpectations agreeing;

    @Autowired
    private FulfillingExpectations fulfilling;

    @Autowired
    private OfferingConfirmation offering;

    @Autowired
    private ExpectationBook book;

    @Autowired
    private JdbcClient jdbc;

    private Account.World world = new Account.World(new io.cesm.domain.customer.CustomerId(java.util.UUID.randomUUID()),
            new io.cesm.domain.customer.ContactId(java.util.UUID.randomUUID()), io.cesm.domain.people.StaffId.next(),
            io.cesm.domain.people.StaffId.next(), io.cesm.domain.people.StaffId.next(),
            io.cesm.domain.people.UnitId.next());

    @BeforeEach
    void aCustomerWhoIsWaiting() {
        world = account.open("鸿远重工");
        jdbc.sql("delete from confirmation_miss").update();
    }

    private ExpectationId delivered() {
        return people.as(world.ar(), () -> {
            var id = logging.capture(CaptureExpectation.of(world.customer(), world.contact(), "备件要两天内到现场"));
            var later = LocalDate.of(2099, 1, 1);
            agreeing.clarify(id, null, new ClarifyExpectation(null, Target.ofLevel("到场天数", new BigDecimal(70), later),
                    world.contact(), "delivery", false));
            agreeing.commit(id, null, new CommitExpectation(world.ar(), new BigDecimal(70), null, later, null));
            fulfilling.deliver(id, null, new DeliverExpectation(new BigDecimal(65), null, "签收单"));
            return id;
        });
    }

    private String token(ExpectationId id) {
        return people.as(world.csr(), () -> offering.make(id, null)).token();
    }

    private ExpectationDetails record(ExpectationId id) {
        return people.as(world.csr(), () -> book.require(id));
    }

    /**
     * What a phone does: opens the link, follows to the clean address, keeps the cookies.
     */
    private Cookie open(String token) {
        var hit = web.get().uri("/c/" + token).exchange();
        assertThat(hit).hasStatus3xxRedirection().hasRedirectedUrl("/confirm");
        return Objects.requireNonNull(hit.getResponse().getCookie("confirm"));
    }

    private MvcTestResult show(Cookie... cookies) {
        return web.get().uri("/confirm").cookie(cookies).exchange();
    }

    private MvcTestResult send(MvcTestResult page, Cookie cookie, String decision, String mark, String words) {
        var body = body(page);
        var request = web.post()
            .uri("/confirm")
            .cookie(cookie, Objects.requireNonNull(page.getResponse().getCookie("confirm-csrf")))
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .param("decision", decision)
            .param("words", words)
            .param("key", find(KEY, body))
            .param("_csrf", find(CSRF, body));
        return (mark.isEmpty() ? request : request.param("mark", mark)).exchange();
    }

    private static String body(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String find(Pattern what, String body) {
        var found = what.matcher(body);
        assertThat(found.find()).as(body).isTrue();
        return found.group(1);
    }

    @Test
    void letsACustomerConfirmOnceWithoutAnAccount() {
        var id = delivered();
        var token = token(id);
        var cookie = open(token);
        var page = show(cookie);
        assertThat(page).hasStatusOk().bodyText().contains("备件要两天内到现场", "林总").doesNotContain(token, "??");
        var sent = send(page, cookie, "met", "9", "");
        assertThat(sent).hasStatus3xxRedirection();
        assertThat(record(id).state()).isEqualTo(ExpectationState.CONFIRMED);
        assertThat(Objects.requireNonNull(record(id).answer()).perceived()).isEqualByComparingTo("90");
        assertThat(Objects.requireNonNull(record(id).answer()).isByProxy()).isFalse();
        var receipt = Objects.requireNonNull(sent.getResponse().getCookie("confirm-receipt"));
        assertThat(show(cookie, receipt)).hasStatusOk().bodyText().contains("您的答复已记录");
        assertThat(show(open(token))).hasStatus(410).bodyText().contains("已提交过答复").doesNotContain("备件");
        assertThat(send(page, cookie, "not-met", "", "两次")).hasStatus(410);
        assertThat(record(id).state()).isEqualTo(ExpectationState.CONFIRMED);
    }

    @Test
    void letsACustomerSayNotMetWithWords() {
        var id = delivered();
        var cookie = open(token(id));
        assertThat(send(show(cookie), cookie, "not-met", "", " ")).hasStatus(422);
        assertThat(send(show(cookie), cookie, "met", "", "")).hasStatus(422);
        assertThat(record(id).state()).isEqualTo(ExpectationState.DELIVERED);
        assertThat(send(show(cookie), cookie, "not-met", "3", "还是要等四天")).hasStatus3xxRedirection();
        assertThat(record(id).state()).isEqualTo(ExpectationState.NOT_MET);
    }

    @Test
    void changesNothingWhenAScannerOpensIt() {
        var id = delivered();
        var token = token(id);
        var version = record(id).version();
        for (int i = 0; i < 3; i++) {
            show(open(token));
            assertThat(web.head().uri("/c/" + token)).hasStatus3xxRedirection();
        }
        assertThat(record(id).version()).isEqualTo(version);
        var cookie = open(token);
        assertThat(web.post().uri("/confirm").cookie(cookie).param("decision", "met").param("mark", "9"))
            .hasStatus(403);
        assertThat(record(id).state()).isEqualTo(ExpectationState.DELIVERED);
    }

    @Test
    void takesItsIdsFromTheTokenAlone() {
        var mine = delivered();
        var other = delivered();
        var cookie = open(token(mine));
        var page = show(cookie);
        var body = body(page);
        assertThat(web.post()
            .uri("/confirm")
            .cookie(cookie, Objects.requireNonNull(page.getResponse().getCookie("confirm-csrf")))
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .param("decision", "met")
            .param("mark", "9")
            .param("key", find(KEY, body))
            .param("_csrf", find(CSRF, body))
            .param("id", other.toString())).hasStatus(400);
        assertThat(record(other).state()).isEqualTo(ExpectationState.DELIVERED);
    }

    @Test
    void stopsWorkingWhenWhatItIsAboutChanged() {
        var id = delivered();
        var token = token(id);
        var before = show(open(token));
        var cookie = open(token);
        people.as(world.csr(), () -> logging.correctWords(id, null,
                new io.cesm.expectation.CorrectWords(world.contact(), "备件要一天内到现场", null, record(id).origin())));
        assertThat(show(cookie)).hasStatus(410).bodyText().contains("已变更");
        assertThat(send(before, cookie, "met", "9", "")).hasStatus(410);
        assertThat(record(id).state()).isEqualTo(ExpectationState.DELIVERED);
    }

    @Test
    void stopsWorkingWhenItIsRevokedOrTooOld() {
        var id = delivered();
        var made = people.as(world.csr(), () -> offering.make(id, null));
        people.as(world.csr(), () -> offering.revoke(id, made.id()));
        assertThat(show(open(made.token()))).hasStatus(410).bodyText().contains("已收回");
        var token = token(id);
        var later = Instant.now().plus(15, ChronoUnit.DAYS);
        assertThat(ScopedClock.at(later, () -> show(open(token)))).hasStatus(410).bodyText().contains("已过期");
    }

    @Test
    void looksTheSameForUnknownAndExpiredOnesAndSlowsGuessingDown() {
        var unknown = show(open("A".repeat(43)));
        assertThat(unknown).hasStatus(410).bodyText().contains("已过期");
        for (int i = 0; i < 20; i++) {
            web.get().uri("/c/" + "B".repeat(43)).exchange();
        }
        assertThat(web.get().uri("/c/" + "C".repeat(43))).hasStatus(429);
    }

    @Test
    void keepsOnlyTheDigestOfTheToken() {
        var token = token(delivered());
        assertThat(jdbc.sql("select count(*) from confirmation_link l where l::text like ?")
            .param("%" + token + "%")
            .query(Integer.class)
            .single()).isZero();
    }

    @Test
    void buildsLinksFromTheConfiguredAddress() {
        var id = delivered();
        var browser = new Browser(web, world.csr());
        var page = browser.post("/expectations/" + id + "/links").header("Host", "localhost").exchange();
        assertThat(page).hasStatusOk();
        var link = find(Pattern.compile("value=\"(https?://[^\"]+/c/[^\"]+)\""), body(page));
        assertThat(URI.create(link).getHost()).isEqualTo("localhost");
        assertThat(browser.get("/expectations/" + id + "/links")).hasStatusOk().bodyText().doesNotContain("/c/", "??");
    }

}
