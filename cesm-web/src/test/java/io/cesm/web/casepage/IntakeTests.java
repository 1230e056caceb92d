package io.cesm.web.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import io.cesm.domain.complaint.OfferingIntakeForms;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.time.ScopedClock;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import jakarta.servlet.http.Cookie;
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
class IntakeTests {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final Pattern MARK = Pattern.compile("name=\"mark\" value=\"([^\"]+)\"");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private OfferingIntakeForms offering;

    @Autowired
    private JdbcClient jdbc;

    private Accounts.Made account = new Accounts.Made(null, null, null, null, null);

    private String token = "";

    private UUID form = new UUID(0, 0);

    @BeforeEach
    void aForm() {
        account = new Accounts(context).make();
        var customer = new CustomerId(account.customer());
        form = people.as(account.csr(), () -> offering.make(customer, "东厂区值班室"));
        token = people.as(account.csr(), () -> offering.token(customer, form));
        jdbc.sql("delete from confirmation_miss").update();
    }

    @Test
    void somebodyAtASiteTellsUsSomethingAndFollowsIt() {
        var cookie = open();
        var page = show(cookie);
        assertThat(page).hasStatusOk().bodyText().contains("东厂区值班室").doesNotContain("??", token);
        var sent = ScopedClock.at(Instant.now().plusSeconds(20), () -> send(page, cookie, "words", "卸货平台漏油", "name",
                "小李", "phone", "13800138000", "kind", "SUGGESTION"));
        assertThat(sent).hasStatus3xxRedirection();
        var to = Objects.requireNonNull(sent.getResponse().getRedirectedUrl());
        var ref = to.substring(to.indexOf("page=") + 5);
        var mine = Objects.requireNonNull(sent.getResponse().getCookie("case-" + ref));
        assertThat(web.get().uri(to).cookie(cookie, mine)).hasStatusOk()
            .bodyText()
            .contains("C-20", "最晚于", "查看进展")
            .doesNotContain("??");
        assertThat(web.get().uri("/c/cases/" + ref).cookie(mine)).hasStatusOk().bodyText().contains("卸货平台漏油");
        assertThat(jdbc.sql("select kind from complaint where customer_id = ?")
            .param(account.customer())
            .query(String.class)
            .single()).isEqualTo("SUGGESTION");
        assertThat(web.get().uri("/customers/" + account.customer() + "/forms").with(SignedIn.as(account.csr())))
            .hasStatusOk()
            .bodyText()
            .contains("东厂区值班室")
            .doesNotContain("??", token);
    }

    @Test
    void nobodyGetsMailAtATypedAddressAndNobodyReadsWhatSomebodyKnownIsAnswered() {
        jdbc.sql(
                "insert into contact_point (id, contact_id, kind, value, normal, created_at) values (?, ?, 'EMAIL', ?, ?, now())")
            .params(UUID.randomUUID(), account.contact(), "zhou@site.example", "zhou@site.example")
            .update();
        var cookie = open();
        var page = show(cookie);
        ScopedClock.at(Instant.now().plusSeconds(20), () -> {
            send(page, cookie, "words", "广告", "name", "x", "mail", "victim@elsewhere.example");
            return true;
        });
        assertThat(mailsTo("victim@elsewhere.example")).isZero();
        var known = ScopedClock.at(Instant.now().plusSeconds(30),
                () -> send(page, cookie, "words", "三号机异响", "name", "周工", "mail", "Zhou@site.example"));
        assertThat(known.getResponse().getRedirectedUrl()).as("the page goes by mail to who we know")
            .doesNotContain("page=");
        assertThat(mailsTo("zhou@site.example")).isEqualTo(1);
        assertThat(
                jdbc.sql("select count(*) from complaint_mail where address = 'zhou@site.example' and body like '%异响%'")
                    .query(Integer.class)
                    .single())
            .as("no words of strangers in our mail")
            .isZero();
    }

    @Test
    void programsAreSlowedDownAndFaultsAreSaid() {
        var cookie = open();
        var page = show(cookie);
        assertThat(send(page, cookie, "words", "x", "name", "y", "phone", "13800138000")).as("sooner than a person")
            .hasStatus(422);
        ScopedClock.at(Instant.now().plusSeconds(20), () -> {
            assertThat(send(page, cookie, "words", "x", "name", "y", "phone", "1", "site", "http://spam"))
                .hasStatus(422);
            assertThat(send(page, cookie, "words", "x", "name", "y")).hasStatus(422).bodyText().contains("请留下电话或邮箱");
            assertThat(send(page, cookie, "words", "x", "name", "y", "phone", "13800138000", "customer", "z"))
                .hasStatus(400);
            return true;
        });
        assertThat(jdbc.sql("select count(*) from complaint where customer_id = ?")
            .param(account.customer())
            .query(Integer.class)
            .single()).isZero();
    }

    @Test
    void whoCorrectsTheFormAtOnceIsNotTakenForAProgram() {
        var cookie = open();
        var page = show(cookie);
        var later = Instant.now().plusSeconds(20);
        var refused = ScopedClock.at(later, () -> send(page, cookie, "words", "泵又漏了", "name", "小李"));
        assertThat(refused).hasStatus(422).bodyText().contains("请留下电话或邮箱");
        assertThat(ScopedClock.at(later.plusSeconds(1),
                () -> send(refused, csrf(page), cookie, "words", "泵又漏了", "name", "小李", "phone", "13800138000")))
            .hasStatus3xxRedirection();
    }

    @Test
    void aFormIsTakenBackAndBelongsToOneCustomer() {
        var cookie = open();
        var other = new Accounts(context).make();
        assertThat(web.post()
            .uri("/customers/" + other.customer() + "/forms/" + form + "/show")
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .with(SignedIn.as(other.csr()))
            .with(SecurityMockMvcRequestPostProcessors.csrf())).hasStatus(404);
        people.as(account.csr(), () -> {
            offering.revoke(new CustomerId(account.customer()), form);
            return form;
        });
        assertThat(show(cookie)).hasStatus(410);
        assertThat(web.get().uri("/c/form/" + token)).hasStatus(410);
        assertThat(ScopedClock.at(Instant.now().plus(Duration.ofMinutes(2)),
                () -> web.get().uri("/c/form/" + "D".repeat(43)).exchange()))
            .hasStatus(410);
    }

    private int mailsTo(String address) {
        return jdbc.sql("select count(*) from complaint_mail where address = ?")
            .param(address)
            .query(Integer.class)
            .single();
    }

    private Cookie open() {
        var hit = web.get().uri("/c/form/" + token).exchange();
        assertThat(hit).hasStatus3xxRedirection();
        return Objects.requireNonNull(hit.getResponse().getCookie("case-" + CaseCookie.ref(token)));
    }

    private MvcTestResult show(Cookie cookie) {
        return web.get().uri("/c/forms/" + CaseCookie.ref(token)).cookie(cookie).exchange();
    }

    private MvcTestResult send(MvcTestResult page, Cookie cookie, String... fields) {
        return send(page, csrf(page), cookie, fields);
    }

    private static Cookie csrf(MvcTestResult page) {
        return Objects.requireNonNull(page.getResponse().getCookie("confirm-csrf"));
    }

    private MvcTestResult send(MvcTestResult page, Cookie csrf, Cookie cookie, String... fields) {
        var request = web.post()
            .uri("/c/forms/" + CaseCookie.ref(token))
            .cookie(cookie, csrf)
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .param("_csrf", find(CSRF, page))
            .param("mark", find(MARK, page));
        for (int i = 0; i + 1 < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static String find(Pattern what, MvcTestResult page) {
        var found = what.matcher(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
        assertThat(found.find()).as(what.pattern()).isTrue();
        return found.group(1);
    }

}
