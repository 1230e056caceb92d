package io.cesm.web.fielding;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.cesm.domain.customer.ContactDetails;
import io.cesm.domain.customer.CustomerDetails;
import io.cesm.domain.customer.PointWish;
import io.cesm.domain.customer.RegisteringContacts;
import io.cesm.domain.customer.RegisteringCustomers;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.time.ScopedClock;
import io.cesm.satisfaction.answer.AnswerLinks;
import io.cesm.satisfaction.answer.LinkState;
import io.cesm.satisfaction.fielding.DeliveringMails;
import io.cesm.satisfaction.fielding.FieldingSurveys;
import io.cesm.satisfaction.fielding.PlanSurvey;
import io.cesm.satisfaction.fielding.PlanningSurveys;
import io.cesm.satisfaction.fielding.SendingInvitations;
import io.cesm.satisfaction.fielding.SurveyDesk;
import io.cesm.satisfaction.fielding.SurveyId;
import io.cesm.satisfaction.fielding.SurveySettings;
import io.cesm.satisfaction.questionnaire.PublishQuestionnaire;
import io.cesm.satisfaction.questionnaire.PublishingQuestionnaires;
import io.cesm.satisfaction.questionnaire.Templates;
import io.cesm.satisfaction.questionnaire.WritingQuestionnaires;
import io.cesm.web.mail.Posts;
import io.cesm.web.security.PublicAddress;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;

@WebTest
class AskingPagesTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private UnitId unit;

    private StaffId office;

    private StaffId csr;

    @BeforeEach
    void somebodyOfTheOffice() {
        unit = people.company();
        office = people.hire(unit, Role.OFFICE);
        csr = people.hire(unit, Role.CSR);
    }

    @Test
    void peopleAreListedDrawnAndGivenTheirLink() {
        var survey = survey(true);
        var mail = contact("孙倩");
        var other = contact("何勇");
        assertThat(body(post("/surveys/" + survey + "/people/add/list", Map.of("lines", "nobody@nowhere.example"))))
            .contains("没有一行对应");
        assertThat(body(post("/surveys/" + survey + "/people/add/list", Map.of("lines", mail + "\nx@y.example"))))
            .contains("加入 1 人", "x@y.example");
        assertThat(
                post("/surveys/" + survey + "/people/add/filter", Map.of("kinds", "CUSTOMER", "unit", unit.toString())))
            .hasStatus3xxRedirection();
        assertThat(body(get(office, "/surveys/" + survey + "/people", "zh"))).contains("孙倩", "何勇", "待抽取",
                "/surveys/" + survey + "/people?outcome=FRAME\"");
        assertThat(body(get(office, "/surveys/" + survey + "/sample?margin=5&rate=50", "zh"))).contains("2 人待抽取");
        assertThat(post("/surveys/" + survey + "/sample", Map.of("seed", "7"))).hasStatus3xxRedirection();
        assertThat(body(post("/surveys/" + survey + "/sample", Map.of()))).contains("没有待抽取的人");
        var listed = body(get(office, "/surveys/" + survey + "/people?outcome=QUEUED", "zh"));
        var link = Pattern.compile("action=\"(/surveys/[^\"]+/link)\"").matcher(listed);
        assertThat(link.find()).isTrue();
        var shown = post(link.group(1), Map.of());
        assertThat(shown).hasHeader("Cache-Control", "no-store");
        var token = Pattern.compile("/a/([A-Za-z0-9_-]{43})").matcher(body(shown));
        assertThat(token.find()).isTrue();
        assertThat(requireNonNull(context.getBean(AnswerLinks.class).find(token.group(1), null)).state())
            .isEqualTo(LinkState.OPEN);
        for (var language : List.of("zh", "en")) {
            for (var page : List.of("/surveys/" + survey, "/surveys/" + survey + "/people?flag=HAND_PICKED",
                    "/surveys/" + survey + "/people/add", "/surveys/" + survey + "/sample",
                    "/surveys/" + survey + "/mail", "/surveys/" + survey + "/quality", "/surveys/triggers", "/outbox",
                    "/admin/guard")) {
                assertThat(body(get(office, page, language))).as(page).contains("</main>").doesNotContain("??");
            }
        }
        assertThat(get(office, "/surveys/people/export.csv?survey=" + survey, "zh")).hasStatusOk()
            .bodyText()
            .contains("孙倩", "手工挑选");
        assertThat(body(get(csr, "/surveys/" + survey + "/people", "zh"))).as("not of their customers")
            .doesNotContain("孙倩");
        assertThat(other).isNotEqualTo(mail);
    }

    @Test
    void somebodyIsAskedByPhoneOnceUnlessTheGuardHoldsThem() {
        var survey = survey(true);
        var other = survey(true);
        contact("孙倩");
        var contact = jdbc.sql("select id from contact order by created_at desc, id desc limit 1")
            .query(UUID.class)
            .single();
        var page = "/contacts/" + contact + "/phone";
        assertThat(body(get(office, "/contacts/" + contact, "zh"))).contains(page);
        assertThat(body(get(office, page, "en"))).contains("may be asked", survey.toString()).doesNotContain("??");
        var begun = post(page, Map.of("survey", survey.toString()));
        assertThat(begun).hasStatus3xxRedirection();
        assertThat(post(page, Map.of("survey", survey.toString())).getResponse().getRedirectedUrl())
            .isEqualTo(begun.getResponse().getRedirectedUrl());
        assertThat(body(get(office, requireNonNull(begun.getResponse().getRedirectedUrl()), "zh"))).contains("您好，我是");
        assertThat(jdbc.sql("""
                select i.channel || ' ' || i.state || ' ' || f.source || ' ' || f.outcome from survey_invitation i
                  join survey_frame f on f.invitation_id = i.id where i.survey_id = ?""")
            .param(survey.id())
            .query(String.class)
            .list()).containsExactly("PHONE SENT HAND INVITED");
        assertThat(body(get(office, page, "zh"))).contains("近期被问过");
        var refused = post(page, Map.of("survey", other.toString()));
        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains("起才能再问");
        assertThat(get(csr, page, "zh")).as("not of their customers").hasStatus(404);
    }

    @Test
    void mailsLeaveBySmtpOneByOneAndSafely() throws Exception {
        var survey = survey(true);
        var mail = contact("孙倩 \u202Eevil");
        var english = contact("Amy Tan");
        jdbc.sql("update contact set language = 'en' where name = 'Amy Tan'").update();
        var monday = CompanyTime.startOf(LocalDate.now().with(TemporalAdjusters.next(DayOfWeek.MONDAY)))
            .plusSeconds(36_000);
        post("/surveys/" + survey + "/people/add/list", Map.of("lines", mail + "\n" + english));
        post("/surveys/" + survey + "/sample", Map.of());
        var server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try {
            var courier = new MailCourier(only(survey, monday), Posts.to(server), context.getBean(PublicAddress.class));
            people.as(office, () -> ScopedClock.at(monday, () -> context.getBean(SendingInvitations.class).invite()));
            ScopedClock.at(monday, courier::deliver);
            assertThat(server.waitForIncomingEmail(5_000, 2)).isTrue();
            int mine = 0;
            for (MimeMessage each : server.getReceivedMessages()) {
                assertThat(each.getAllRecipients()).hasSize(1);
                var to = each.getAllRecipients()[0].toString();
                if (!to.contains(mail) && !to.contains(english)) {
                    continue;
                }
                mine++;
                assertThat(each.getSubject()).doesNotContain("\n", "{{");
                assertThat(each.getHeader("List-Unsubscribe")[0]).contains("/c/stop/");
                var text = String.valueOf(each.getContent());
                assertThat(text).contains("/a/").doesNotContain("{{");
                var token = Pattern.compile("/a/([A-Za-z0-9_-]{43})").matcher(text);
                assertThat(token.find()).isTrue();
                assertThat(context.getBean(AnswerLinks.class).find(token.group(1), null)).isNotNull();
                assertThat(text).startsWith(each.getHeader("Content-Language")[0].equals("en") ? "Dear Amy Tan" : "孙倩");
            }
            assertThat(mine).isEqualTo(2);
            assertThat(jdbc.sql("select body from survey_mail where survey_id = ?")
                .param(survey.id())
                .query(String.class)
                .list()).as("the database knows no link").allSatisfy(it -> assertThat(it).contains("{{link}}"));
        }
        finally {
            server.stop();
        }
    }

    @Test
    void aPersonSaysByTheLinkThatTheyWantNoSurveys() {
        var survey = survey(true);
        var mail = contact("孙倩");
        post("/surveys/" + survey + "/people/add/list", Map.of("lines", mail));
        post("/surveys/" + survey + "/sample", Map.of());
        var link = Pattern.compile("action=\"(/surveys/[^\"]+/link)\"")
            .matcher(body(get(office, "/surveys/" + survey + "/people", "zh")));
        assertThat(link.find()).isTrue();
        var token = Pattern.compile("/a/([A-Za-z0-9_-]{43})").matcher(body(post(link.group(1), Map.of())));
        assertThat(token.find()).isTrue();
        var stop = "/c/stop/" + token.group(1);
        var page = web.get().uri(stop).header("Accept-Language", "zh").exchange();
        assertThat(body(page)).contains("不要再问我");
        assertThat(outcome(survey)).as("looking changes nothing").isEqualTo("INVITED");
        var csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(body(page));
        assertThat(csrf.find()).isTrue();
        assertThat(body(web.post()
            .uri(stop)
            .cookie(requireNonNull(page.getResponse().getCookie("confirm-csrf")))
            .param("_csrf", csrf.group(1))
            .header("Accept-Language", "zh")
            .exchange())).contains("我们不会再问您");
        assertThat(outcome(survey)).isEqualTo("OPTED_OUT");
        assertThat(web.post().uri(stop).exchange()).as("a forged press").hasStatus(403);
        assertThat(web.get().uri("/c/stop/" + "A".repeat(43)).exchange()).hasStatus(410);
    }

    @Test
    void whoGuessesLinksToStopIsSlowedDownWithTheirWholeNetwork() {
        var statuses = IntStream.range(0, 45) // a minute may end among them
            .map(i -> stop("2001:db8:77::" + i, "B").getResponse().getStatus())
            .boxed()
            .toList();
        assertThat(statuses).startsWith(410).contains(429);
        assertThat(stop("2001:db8:78::1", "C")).as("another network").hasStatus(410);
    }

    private MvcTestResult stop(String from, String letter) {
        return web.get().uri("/c/stop/" + letter.repeat(43)).with(it -> {
            it.setRemoteAddr(from);
            return it;
        }).exchange();
    }

    @Test
    void theGuardIsRevisedAndRefusesWhatMakesNoSense() throws Exception {
        var api = new Api(context, office);
        var version = Api.<Integer>read(api.get("/contact-guard"), "$.version");
        var guard = "{\"contactDays\": %d, \"customerDays\": 14, \"from\": \"09:00\", \"to\": \"%s\", \"weekends\": false,"
                + " \"holidays\": [\"2026-10-01\"], \"ownNetworks\": [\"%s\"]}";
        api.put("/contact-guard", version, guard.formatted(60, "08:00", "10.0.0.0/8"))
            .andExpect(MockMvcResultMatchers.status().isUnprocessableContent());
        api.put("/contact-guard", version, guard.formatted(60, "19:00", "nonsense"))
            .andExpect(MockMvcResultMatchers.status().isUnprocessableContent());
        api.put("/contact-guard", version, guard.formatted(60, "19:00", "10.0.0.0/8"))
            .andExpect(MockMvcResultMatchers.status().isOk());
        api.put("/contact-guard", version, guard.formatted(60, "19:00", "10.0.0.0/8"))
            .andExpect(MockMvcResultMatchers.status().isPreconditionFailed());
        assertThat(body(post("/admin/guard", Map.of("contactDays", "60", "customerDays", "14", "from", "09:00", "to",
                "19:00", "holidays", "never", "version", String.valueOf(version + 1)))))
            .contains("“never”不是日期");
    }

    @Test
    void programsTellServiceEventsOnce() throws Exception {
        var survey = survey(false);
        var mail = contact("孙倩");
        var number = jdbc.sql("""
                select c.number from customer c join contact k on k.customer_id = c.id
                  join contact_point p on p.contact_id = k.id where p.value = ?""")
            .param(mail)
            .query(String.class)
            .single();
        var api = new Api(context, office);
        var rule = "{\"survey\": \"%s\", \"event\": \"VISIT_DONE\", \"delayHours\": 2, \"probability\": 1}"
            .formatted(survey);
        api.post("/survey-triggers", rule).andExpect(MockMvcResultMatchers.status().isCreated());
        api.post("/survey-triggers", rule).andExpect(MockMvcResultMatchers.status().isUnprocessableContent());
        var event = """
                {"event": "VISIT_DONE", "key": "V-%s", "customer": "%s", "contact": "%s", "about": {"case": "V-1"}}"""
            .formatted(UUID.randomUUID(), number, mail);
        api.post("/survey-events", event)
            .andExpect(MockMvcResultMatchers.status().isCreated())
            .andExpect(MockMvcResultMatchers.jsonPath("$.asked[0].outcome").value("QUEUED"));
        api.post("/survey-events", event)
            .andExpect(MockMvcResultMatchers.status().isOk())
            .andExpect(MockMvcResultMatchers.jsonPath("$.repeated").value(true));
        api.get("/surveys/" + survey + "/status").andExpect(MockMvcResultMatchers.jsonPath("$.all.frame").value(1));
        api.get("/surveys/" + survey + "/people")
            .andExpect(MockMvcResultMatchers.jsonPath("$.items[0].event").isNotEmpty());
        assertThat(body(get(office, "/surveys/" + survey + "/people", "zh"))).as("the event in words")
            .contains("拜访完成")
            .doesNotContain("VISIT_DONE");
        api.get("/surveys/" + survey + "/quality").andExpect(MockMvcResultMatchers.status().isOk());
        api.get("/surveys/" + survey + "/sample").andExpect(MockMvcResultMatchers.jsonPath("$.population").value(0));
        api.get("/survey-mails").andExpect(MockMvcResultMatchers.status().isOk());
        assertThat(body(get(office, "/surveys/triggers", "zh"))).contains("收到 1 个，邀请 1 个");
        assertThatCode(() -> context.getBean(io.cesm.satisfaction.fielding.ScramblingMarks.class).scramble())
            .doesNotThrowAnyException();
    }

    private SurveyId survey(boolean second) {
        var it = context.getBean(Templates.class).find(second ? "relationship" : "transactional").orElseThrow();
        return people.as(office, () -> {
            var questionnaire = context.getBean(WritingQuestionnaires.class).begin(it.profile("zh"), it.definition());
            context.getBean(PublishingQuestionnaires.class)
                .publish(questionnaire, 0, new PublishQuestionnaire(Map.of(), null));
            var id = context.getBean(PlanningSurveys.class)
                .plan(new PlanSurvey(questionnaire, null, Map.of(), null, null,
                        CompanyTime.today(context.getBean(Clock.class)).plusDays(30), null, SurveySettings.usual()));
            context.getBean(FieldingSurveys.class).open(id, context.getBean(SurveyDesk.class).require(id).version());
            return id;
        });
    }

    /** Somebody at a customer of their own; returns their mail address. */
    private String contact(String name) {
        var mail = UUID.randomUUID() + "@one.example";
        people.as(office, () -> {
            var customer = context.getBean(RegisteringCustomers.class)
                .register(CustomerDetails.company("试验 " + UUID.randomUUID(), unit));
            return context.getBean(RegisteringContacts.class)
                .register(customer, ContactDetails.named(name), List.of(PointWish.mail(mail)));
        });
        return mail;
    }

    /** Lets the courier of this test take the mails of its own survey only. */
    private DeliveringMails only(SurveyId survey, Instant now) {
        assertThat(now).isNotNull();
        jdbc.sql("update survey_mail set state = 'CANCELLED' where state = 'WAITING' and survey_id <> ?")
            .param(survey.id())
            .update();
        return context.getBean(DeliveringMails.class);
    }

    private String outcome(SurveyId survey) {
        return jdbc.sql("select outcome from survey_frame where survey_id = ?")
            .param(survey.id())
            .query(String.class)
            .single();
    }

    private MvcTestResult get(StaffId who, String address, String language) {
        return web.get().uri(address).header("Accept-Language", language).with(SignedIn.as(who)).exchange();
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var page = get(office, "/surveys/new", "zh");
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(body(page));
        assertThat(token.find()).isTrue();
        Cookie cookie = requireNonNull(page.getResponse().getCookie("cesm"));
        var request = web.post()
            .uri(address)
            .with(SignedIn.as(office))
            .cookie(cookie)
            .header("Accept-Language", "zh")
            .param("_csrf", token.group(1));
        new LinkedHashMap<>(fields).forEach(request::param);
        return request.exchange();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        }
        catch (UnsupportedEncodingException ex) {
            throw new AssertionError(ex);
        }
    }

}
