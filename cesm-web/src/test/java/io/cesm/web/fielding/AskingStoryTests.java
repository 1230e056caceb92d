package io.cesm.web.fielding;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.microsoft.playwright.Page;
import io.cesm.domain.customer.ContactDetails;
import io.cesm.domain.customer.CustomerDetails;
import io.cesm.domain.customer.PointWish;
import io.cesm.domain.customer.RegisteringContacts;
import io.cesm.domain.customer.RegisteringCustomers;
import io.cesm.domain.people.Role;
import io.cesm.satisfaction.answer.AnswerLinks;
import io.cesm.satisfaction.answer.LinkState;
import io.cesm.satisfaction.questionnaire.PublishQuestionnaire;
import io.cesm.satisfaction.questionnaire.PublishingQuestionnaires;
import io.cesm.satisfaction.questionnaire.Templates;
import io.cesm.satisfaction.questionnaire.WritingQuestionnaires;
import io.cesm.web.support.Browser;
import io.cesm.web.support.BrowserTest;
import io.cesm.web.support.People;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * From the plan to the mail: a survey is planned, people are drawn, it opens, and the
 * mail in the outbox carries a link that works. No page on the way keeps anybody out.
 */
@BrowserTest
@TestPropertySource(properties = "cesm.security.second-factor=OPTIONAL")
class AskingStoryTests {

    @Autowired
    private People people;

    @Autowired
    private WritingQuestionnaires writing;

    @Autowired
    private PublishingQuestionnaires publishing;

    @Autowired
    private Templates templates;

    @Autowired
    private RegisteringCustomers customers;

    @Autowired
    private RegisteringContacts contacts;

    @Autowired
    private AnswerLinks links;

    @Test
    void leadsFromThePlanToALinkThatWorks(Browser browser) {
        var unit = people.company();
        var office = people.hire(unit, Role.OFFICE);
        var questionnaire = people.as(office, () -> {
            var it = templates.find("relationship").orElseThrow();
            var id = writing.begin(it.profile("zh"), it.definition());
            publishing.publish(id, 0, new PublishQuestionnaire(Map.of(), null));
            var customer = customers.register(CustomerDetails.company("试验 " + UUID.randomUUID(), unit));
            contacts.register(customer, ContactDetails.named("孙倩"),
                    List.of(PointWish.mail(UUID.randomUUID() + "@one.example")));
            return id;
        });
        var login = people.withPassword(office);
        var page = browser.desk("zh-CN");
        page.setDefaultTimeout(15_000);
        browser.signIn(page, login, People.PASSWORD);

        visit(browser, page, "/admin/guard");
        page.fill("#from", "00:00");
        page.fill("#to", "23:59");
        page.check("#weekends1");
        send(page);
        visit(browser, page, "/surveys/new");
        page.selectOption("#questionnaire", questionnaire + "/1");
        page.fill("#wave", "2026 下半年");
        page.fill("#closesOn", "2099-12-31");
        send(page);
        page.waitForURL("**/surveys/*-*");
        var survey = page.url().replaceAll(".*/surveys/", "/surveys/");
        fair(page);
        visit(browser, page, survey + "/people/add");
        page.selectOption("#unit", unit.toString());
        page.click("form[action$='/filter'] button[type=submit]");
        page.waitForURL("**/people");
        fair(page);
        visit(browser, page, survey + "/sample");
        send(page);
        page.waitForURL("**/people");
        assertThat(page.textContent("main")).contains("等待邀请", "孙倩");
        visit(browser, page, survey);
        page.click("form[action$='/open'] button");
        page.waitForSelector(".survey-FIELDED");
        fair(page);

        visit(browser, page, "/outbox");
        for (int i = 0; i < 60 && page.locator("td.lead a").count() == 0; i++) {
            page.waitForTimeout(500);
            page.reload();
        }
        page.click("td.lead a");
        page.waitForSelector(".multiline");
        fair(page);
        var token = page.getAttribute("main p a.btn", "href").replaceAll(".*/a/", "");
        assertThat(requireNonNull(links.find(token, null)).state()).isEqualTo(LinkState.OPEN);
        for (var place : List.of(survey + "/people", survey + "/quality", survey + "/mail", survey + "/links",
                "/surveys", "/surveys/triggers")) {
            visit(browser, page, place);
        }
        var phone = browser.phone("en");
        browser.signIn(phone, login, People.PASSWORD);
        for (var place : List.of("/surveys", survey, survey + "/people", survey + "/sample", "/outbox",
                "/c/stop/" + token)) {
            visit(browser, phone, place);
            assertThat(Browser.wider(phone)).as(place).isFalse();
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private static void visit(Browser browser, Page page, String path) {
        page.navigate(browser.at(path));
        fair(page);
    }

    private static void fair(Page page) {
        assertThat(Browser.barriers(page)).as(page.url()).isEmpty();
    }

    private static void send(Page page) {
        page.click("main form .form-actions button.btn-primary");
        page.waitForLoadState();
    }

}
