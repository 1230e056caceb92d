package io.cesm.web.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;

import com.microsoft.playwright.Page;
import io.cesm.domain.people.Role;
import io.cesm.satisfaction.questionnaire.Templates;
import io.cesm.web.support.Browser;
import io.cesm.web.support.BrowserTest;
import io.cesm.web.support.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@BrowserTest
@TestPropertySource(properties = "cesm.security.second-factor=OPTIONAL")
class AnalysisBrowserTests {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 7);

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Templates templates;

    @Test
    void isReadWithoutBarriersAtTheDeskAndOnAPhone(Browser browser) throws InterruptedException {
        var office = people.hire(Role.OFFICE);
        var field = Field.of(jdbc, templates, "relationship");
        var survey = answered(field, "2026 H1", 8);
        answered(field, "2026 H2", 6);
        for (var page : new Page[] { browser.desk("en"), browser.phone("zh-CN") }) {
            browser.signIn(page, people.withPassword(office), People.PASSWORD);
            for (var view : new String[] { "", "/trend", "/segments?by=tier", "/drivers", "/reliability", "/index",
                    "/weights?basis=CUSTOMERS", "/ladder", "?tier=1", "/answers", "/report" }) {
                page.navigate(browser.at("/surveys/" + survey + "/analysis" + view));
                assertThat(Browser.barriers(page)).as(view).isEmpty();
                assertThat(Browser.wider(page)).as("wider than the window: " + view).isFalse();
            }
        }
        var desk = browser.desk("en");
        browser.signIn(desk, people.withPassword(office), People.PASSWORD);
        desk.navigate(browser.at("/surveys/" + survey + "/analysis"));
        desk.waitForSelector(".chart-canvas svg");
        assertThat(desk.isVisible(".analysis-table")).isFalse();
        desk.click("text=Show table");
        assertThat(desk.isVisible(".analysis-table")).isTrue();
        var picture = desk.waitForDownload(() -> desk.click("text=PNG"));
        assertThat(picture.suggestedFilename()).endsWith(".png");
        assertThat(browser.complaints()).isEmpty();
    }

    private UUID answered(Field field, String wave, int best) throws InterruptedException {
        var survey = field.survey(wave, MAY, "NAMED");
        for (int i = 0; i < 60; i++) {
            int mark = 1 + (i * 7 + best) % 7;
            field.answer(survey, MAY.plusDays(i), null, "{\"tier\":\"" + (1 + i % 2) + "\"}",
                    "{\"overall\":%d,\"expectancy\":%d,\"ideal\":%d,\"nps\":%d,\"perceived.quality\":%d,\"perceived.delivery\":%d,\"importance.quality\":%d,\"importance.delivery\":%d}"
                        .formatted(Math.min(10, mark + best / 3), 1 + (mark + i % 3) % 10, 1 + (mark + i % 4) % 10,
                                (i * 3 + best) % 11, mark, 1 + (mark + i) % 7, 1 + i % 7, 1 + (i + 3) % 7));
        }
        field.counted(survey);
        return survey;
    }

}
