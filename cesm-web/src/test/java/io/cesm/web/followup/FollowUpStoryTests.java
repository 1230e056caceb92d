package io.cesm.web.followup;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.cesm.domain.people.Role;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.Browser;
import io.cesm.web.support.BrowserTest;
import io.cesm.web.support.People;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

@BrowserTest
@TestPropertySource(properties = "cesm.security.second-factor=OPTIONAL")
class FollowUpStoryTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Test
    void aLowScoreReachesTheCsrIsTalkedAboutAndBecomesAnExpectation(Browser browser) {
        var account = new Accounts(context).make();
        var answered = new Answered(context, "NAMED", null);
        answered.by(account.customer(), account.contact(), "{\"q1\": 2, \"q6\": 3}", "{\"q7\": \"备件等了三周，产线停线两次\"}");
        answered.read();
        var page = browser.desk("zh-CN");
        browser.signIn(page, people.withPassword(account.csr()), People.PASSWORD);
        page.navigate(browser.at("/work"));
        page.click("#pile-follow_ups td.lead a");
        page.selectOption("#channel", "PHONE");
        page.fill("#said", "希望常用备件两天内到现场");
        page.click("#act button[type=submit]");
        page.waitForSelector("#outcome");
        page.fill("#outcome", "在上海增设备件仓");
        page.selectOption("#cause", "process");
        page.selectOption("#flow", "ITR");
        page.fill("#told", "我们已在上海增设备件仓，常用备件两天内到");
        page.click("#act button[type=submit]");
        page.waitForSelector(".chip.follow-DONE");
        var record = page.url();
        page.click("a[href$='/expectation']");
        assertThat(page.inputValue("#verbatim")).contains("两天内到现场");
        page.click("main form.form button[type=submit]");
        page.click("section a[href*='/expectations/']");
        assertThat(page.content()).contains("来自低分回访");
        for (var window : new Page[] { page, phone(browser, account) }) {
            for (var place : new String[] { "/follow-ups?view=all", record.substring(record.indexOf("/follow-ups")),
                    "/follow-ups/causes", "/follow-ups/rules", "/voices", "/voices/themes", "/voices/dictionary",
                    "/surveys/" + answered.survey() + "/voices" }) {
                window.navigate(browser.at(place));
                assertThat(Browser.barriers(window)).as(place).isEmpty();
                assertThat(Browser.wider(window)).as("wider than the window: " + place).isFalse();
            }
        }
        var office = people.hire(account.unit(), Role.OFFICE);
        var coder = browser.desk("en");
        browser.signIn(coder, people.withPassword(office), People.PASSWORD);
        for (var place : new String[] { "/surveys/" + answered.survey() + "/voices/coding", "/follow-ups/rules/new",
                "/voices/dictionary/parts" }) {
            coder.navigate(browser.at(place));
            assertThat(Browser.barriers(coder)).as(place).isEmpty();
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private Page phone(Browser browser, Accounts.Made account) {
        var phone = browser.phone("en");
        browser.signIn(phone, people.login(account.csr()), People.PASSWORD);
        return phone;
    }

}
