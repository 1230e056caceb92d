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

    @ParameterizedTest
    @CsvSource({ "en", "zh-CN" })
    void fitsOnASmallPhone(String language, Browser browser) {
        var page = browser.phone(language);

        page.navigate(browser.at("/login"));

        assertThat(Browser.wider(page)).isFalse();
    }

}
