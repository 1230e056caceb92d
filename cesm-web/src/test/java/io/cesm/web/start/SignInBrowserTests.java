package io.cesm.web.start;

import io.cesm.domain.people.Role;
import io.cesm.web.support.Browser;
import io.cesm.web.support.BrowserTest;
import io.cesm.web.support.People;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
class SignInBrowserTests {

    @Autowired
    private People people;

    @ParameterizedTest
    @CsvSource({ "en, User name, My work", "zh-CN, 用户名, 我的工作" })
    void leadsToTheWorkOfThePerson(String language, String label, String heading, Browser browser) {
        var login = people.withPassword(people.hire(Role.CSR));
        var page = browser.desk(language);

        page.navigate(browser.at("/work"));
        assertThat(page.textContent("label[for=username]")).isEqualTo(label);
        assertThat(Browser.barriers(page)).isEmpty();

        browser.signIn(page, login, People.PASSWORD);
        page.navigate(browser.at("/work"));
        assertThat(page.textContent("h1")).contains(heading);
        assertThat(Browser.barriers(page)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    /** Who types longer than the session lasts signs in again and finds it all there. */
    @ParameterizedTest
    @CsvSource({ "en, not saved yet", "zh-CN, 尚未保存" })
    void givesBackWhatWasTypedWhenTheSessionHadEnded(String language, String note, Browser browser) {
        var login = people.withPassword(people.hire(Role.CSR));
        var page = browser.desk(language);
        browser.signIn(page, login, People.PASSWORD);
        page.navigate(browser.at("/me"));
        page.fill("[name=nameEn]", "Typed for an hour");

        page.context().clearCookies();
        page.click("main form:has([name=nameEn]) button.btn-primary");
        page.waitForURL(address -> address.contains("/login?ended"));
        page.fill("#username", login);
        page.fill("#password", People.PASSWORD);
        page.click("main form button[type=submit]");
        page.waitForURL(address -> address.endsWith("/me"));

        assertThat(page.inputValue("[name=nameEn]")).isEqualTo("Typed for an hour");
        assertThat(page.textContent("main [role=alert]")).contains(note);
        page.click("main form:has([name=nameEn]) button.btn-primary");
        page.waitForSelector(".flash");
        assertThat(page.inputValue("[name=nameEn]")).isEqualTo("Typed for an hour");
    }

    @ParameterizedTest
    @CsvSource({ "en", "zh-CN" })
    void fitsOnASmallPhone(String language, Browser browser) {
        var page = browser.phone(language);

        page.navigate(browser.at("/login"));

        assertThat(Browser.wider(page)).isFalse();
    }

}
