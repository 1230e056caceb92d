package io.cesm.web.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.cesm.domain.people.Role;
import io.cesm.satisfaction.questionnaire.QuestionnaireBook;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.Templates;
import io.cesm.satisfaction.questionnaire.WritingQuestionnaires;
import io.cesm.web.support.Browser;
import io.cesm.web.support.BrowserTest;
import io.cesm.web.support.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@BrowserTest
@TestPropertySource(properties = "cesm.security.second-factor=OPTIONAL")
class QuestionnaireBrowserTests {

    @Autowired
    private People people;

    @Autowired
    private WritingQuestionnaires writing;

    @Autowired
    private QuestionnaireBook book;

    @Autowired
    private Templates templates;

    @Test
    void isWrittenWithoutBarriersAtTheDeskAndOnAPhone(Browser browser) {
        var office = people.hire(Role.OFFICE);
        var id = begun(office, "relationship");
        for (var page : new Page[] { browser.desk("en"), browser.phone("zh-CN") }) {
            browser.signIn(page, people.withPassword(office), People.PASSWORD);
            for (var place : new String[] { "/questionnaires", "/questionnaires/new", "/questionnaires/" + id,
                    "/questionnaires/" + id + "?page=p2", "/questionnaires/" + id + "/questions/overall",
                    "/questionnaires/" + id + "/questions/perceived", "/questionnaires/" + id + "/questions/improve",
                    "/questionnaires/" + id + "/blocks/b2", "/questionnaires/" + id + "/languages",
                    "/questionnaires/" + id + "/settings", "/questionnaires/" + id + "/publish",
                    "/questionnaires/" + id + "/versions", "/questionnaires/" + id + "/preview", "/question-bank" }) {
                page.navigate(browser.at(place));
                assertThat(page.url()).endsWith(place);
                assertThat(Browser.barriers(page)).as(place).isEmpty();
                assertThat(Browser.wider(page)).as("wider than the window: " + place).isFalse();
            }
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void movesAQuestionByDraggingAndByButton(Browser browser) {
        var office = people.hire(Role.OFFICE);
        var id = begun(office, "transactional");
        var page = browser.desk("en");
        browser.signIn(page, people.withPassword(office), People.PASSWORD);
        page.navigate(browser.at("/questionnaires/" + id));
        page.waitForSelector("#q2[draggable=true]");
        page.dragAndDrop("#q2", "#q1 .asked-text", new Page.DragAndDropOptions().setTargetPosition(10, 2));
        page.waitForSelector(".block:first-of-type .asked:first-child[id=q2]");
        assertThat(book.require(id).draft().questions().getFirst().id()).isEqualTo("q2");

        page.click("#q2 button[name=up][value=false]");
        page.waitForSelector(".block:first-of-type .asked:first-child[id=q1]");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void isAnsweredOnAPhoneByKeyboardAlone(Browser browser) {
        var office = people.hire(Role.OFFICE);
        var id = begun(office, "transactional");
        var page = browser.phone("zh-CN");
        browser.signIn(page, people.withPassword(office), People.PASSWORD);
        page.navigate(browser.at("/questionnaires/" + id + "/preview"));
        page.focus("[name=p_go][value=next]");
        page.keyboard().press("Enter");
        page.waitForSelector(".answer-wrong");
        assertThat(Browser.barriers(page)).isEmpty();

        page.focus("input[name=q1][value='4']");
        page.keyboard().press("Space");
        page.focus("input[name=q2][value='5']");
        page.keyboard().press("ArrowRight");
        assertThat(page.isChecked("input[name=q2][value='6']")).isTrue();
        page.focus("[name=p_go][value=next]");
        page.keyboard().press("Enter");
        page.waitForSelector("#a-q3");
        assertThat(Browser.barriers(page)).isEmpty();
        assertThat(Browser.wider(page)).isFalse();
        assertThat(page
            .getByRole(com.microsoft.playwright.options.AriaRole.GROUP, new Page.GetByRoleOptions().setName("备件到货情况"))
            .count()).as("each row of the matrix is a group with its words as name").isOne();
        assertThat(browser.complaints()).isEmpty();
    }

    private QuestionnaireId begun(io.cesm.domain.people.StaffId who, String template) {
        var it = templates.find(template).orElseThrow();
        return people.as(who, () -> writing.begin(it.profile("zh"), it.definition()));
    }

}
