package io.cesm.web.answer;

import static com.microsoft.playwright.options.WaitForSelectorState.ATTACHED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import com.microsoft.playwright.Page;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.web.support.Browser;
import io.cesm.web.support.BrowserTest;
import io.cesm.web.support.People;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A survey is answered on a phone, by phone, and on a device that loses its network. */
@BrowserTest
@TestPropertySource(properties = "cesm.security.second-factor=OPTIONAL")
class AnswerStoryTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private static void accessible(Page page, String what) {
        assertThat(Browser.barriers(page)).as(what).isEmpty();
        assertThat(Browser.wider(page)).as("wider than the phone: " + what).isFalse();
    }

    private String items(UUID survey) {
        return jdbc.sql("select items::text from survey_response where survey_id = ?")
            .param(survey)
            .query(String.class)
            .single();
    }

    @Test
    void isAnsweredOnAPhoneByKeyboardWithAReloadInTheMiddle(Browser browser) {
        var world = new AskedWorld(context);
        var survey = world.survey("transactional", Anonymity.NAMED);
        var page = browser.phone("zh-CN");
        page.navigate(browser.at("/a/" + world.invite(survey).token()));
        assertThat(page.url()).contains("/answer/");
        accessible(page, "first page");
        page.focus("input[name=q1][value='4']");
        page.keyboard().press("Space");
        page.waitForSelector(".answer-saved[data-state=saved]");
        page.reload();
        assertThat(page.isChecked("input[name=q1][value='4']")).as("kept over a reload").isTrue();
        page.context().setOffline(true);
        page.focus("input[name=q2][value='5']");
        page.keyboard().press("ArrowRight");
        page.waitForSelector(".answer-saved[data-state=waiting]");
        page.context().setOffline(false);
        page.waitForSelector(".answer-saved[data-state=saved]");
        page.focus("[name=p_go][value=next]");
        page.keyboard().press("Enter");
        page.waitForSelector("#a-q3");
        accessible(page, "matrix");
        for (var row : new String[] { "response", "competence", "information", "parts", "result" }) {
            page.focus("input[name='q3." + row + "'][value='5']");
            page.keyboard().press("Space");
        }
        page.focus("input[name=q4][value=no]");
        page.keyboard().press("Space");
        page.waitForSelector("#q5");
        page.fill("#q5", "备件还没到");
        page.click("[name=p_go][value=next]");
        page.waitForSelector("#a-q6");
        page.check("input[name=q6][value='9']", new Page.CheckOptions().setForce(true));
        page.waitForSelector("#q7");
        page.check("input[name=q8][value=no]", new Page.CheckOptions().setForce(true));
        page.click("[name=p_go][value=next]");
        page.waitForSelector(".answer-mark");
        accessible(page, "thanks");
        assertThat(items(survey)).contains("\"q2\": 6", "\"q3.parts\": 5", "\"q4\": \"no\"");
        assertThat(browser.complaints()).filteredOn(it -> !it.contains("ERR_INTERNET_DISCONNECTED")).isEmpty();
    }

    @Test
    void keepsWhatWasMendedWhenARefusedPageIsLoadedAgain(Browser browser) {
        var world = new AskedWorld(context);
        var page = browser.phone("zh-CN");
        page.navigate(browser.at("/a/" + world.invite(world.survey("transactional", Anonymity.NAMED)).token()));
        page.click("[name=p_go][value=next]");
        page.waitForSelector(".answer-wrong");
        page.check("input[name=q1][value='4']", new Page.CheckOptions().setForce(true));
        page.waitForSelector(".answer-saved[data-state=saved]");
        page.reload();
        assertThat(page.isChecked("input[name=q1][value='4']")).isTrue();
        assertThat(page.isVisible(".answer-wrong")).as("nothing was sent again").isFalse();
    }

    @Test
    void isAnsweredInEnglishWithoutScripts(Browser browser) {
        var world = new AskedWorld(context);
        var survey = world.survey("transactional", Anonymity.CONFIDENTIAL);
        var page = browser.plainPhone("en");
        page.navigate(browser.at("/a/" + world.invite(survey, world.account.contact(), "en").token()));
        assertThat(page.textContent("main")).contains("Your name is seen only by our customer satisfaction office");
        page.click("[name=p_go][value=next]");
        assertThat(page.textContent(".answer-wrong")).contains("2 answers");
        page.check("input[name=q1][value='5']", new Page.CheckOptions().setForce(true));
        page.check("input[name=q2][value='7']", new Page.CheckOptions().setForce(true));
        page.click("[name=p_go][value=next]");
        // the browser refuses to load anew while it is still on its way to the next page
        page.waitForSelector("input[name=q4]", new Page.WaitForSelectorOptions().setState(ATTACHED));
        page.reload();
        page.check("input[name=q4][value=yes]", new Page.CheckOptions().setForce(true));
        page.click("[name=p_go][value=back]");
        assertThat(page.isChecked("input[name=q2][value='7']")).isTrue();
        page.click("[name=p_go][value=next]");
        page.click("[name=p_go][value=next]");
        page.click("[name=p_go][value=next]");
        assertThat(page.textContent("main")).contains("Thank you", "receipt");
        assertThat(items(survey)).contains("\"q1\": 5", "\"q4\": \"yes\"");
    }

    @Test
    void isAskedByPhoneAndAnsweredOnADeviceWithoutNetwork(Browser browser) throws Exception {
        var world = new AskedWorld(context);
        var survey = world.survey("transactional", Anonymity.NAMED);
        var asked = world.invite(survey);
        var desk = browser.desk("zh-CN");
        browser.signIn(desk, people.withPassword(world.account.csr()), People.PASSWORD);
        desk.navigate(browser.at("/surveys/" + survey + "/interview/" + asked.invitation()));
        assertThat(Browser.barriers(desk)).isEmpty();
        assertThat(desk.textContent("main")).contains("您好，我是");
        desk.check("input[name=q1][value='2']", new Page.CheckOptions().setForce(true));
        desk.check("input[name=q2][value='3']", new Page.CheckOptions().setForce(true));
        desk.click("[name=p_go][value=next]");
        desk.check("input[name=q4][value=yes]", new Page.CheckOptions().setForce(true));
        desk.click("[name=p_go][value=next]");
        desk.click("[name=p_go][value=next]");
        assertThat(desk.textContent("main")).contains("已经回答过了", "返回");
        assertThat(jdbc
            .sql("select segments ->> 'interviewer' from survey_response where survey_id = ? and channel = 'PHONE'")
            .param(survey)
            .query(String.class)
            .single()).isEqualTo(world.account.csr().toString());

        desk.navigate(browser.at("/surveys/" + survey + "/devices"));
        assertThat(Browser.barriers(desk)).isEmpty();
        desk.fill("#label", "展厅");
        desk.click("main form button.btn-primary");
        var link = desk.inputValue("#link");
        var tablet = browser.phone("zh-CN");
        tablet.navigate(browser.at(link.substring(link.indexOf("/a/"))));
        tablet.click("a[href$='/offline']");
        tablet.waitForSelector("form[data-kept=true]");
        accessible(tablet, "offline page");
        tablet.context().setOffline(true);
        tablet.reload();
        assertThat(tablet.isHidden("#a-q5")).as("asked only if it is not solved").isTrue();
        tablet.check("input[name=q1][value='5']", new Page.CheckOptions().setForce(true));
        tablet.check("input[name=q2][value='6']", new Page.CheckOptions().setForce(true));
        tablet.check("input[name=q4][value=part]", new Page.CheckOptions().setForce(true));
        tablet.click("button[type=submit]");
        assertThat(tablet.textContent(".answer-wrong")).contains("1");
        tablet.fill("#q5", "培训还没做");
        tablet.click("button[type=submit]");
        tablet.waitForSelector("[data-thanks]:not([hidden])");
        tablet.click("[data-again]");
        assertThat(tablet.textContent("[data-queue]")).contains("1");
        tablet.context().setOffline(false);
        tablet.evaluate("dispatchEvent(new Event('online'))");
        tablet.waitForSelector("[data-queue][data-state=saved]");
        assertThat(jdbc.sql("select words ->> 'q5' from survey_response where survey_id = ? and channel = 'OFFLINE'")
            .param(survey)
            .query(String.class)
            .single()).isEqualTo("培训还没做");
    }

}
