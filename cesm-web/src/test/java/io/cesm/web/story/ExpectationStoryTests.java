package io.cesm.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import com.microsoft.playwright.Page;
import io.cesm.web.support.Browser;
import io.cesm.web.support.BrowserTest;
import io.cesm.web.support.People;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * The whole process in a browser: words are logged and clarified, promised by somebody
 * else, delivered, confirmed by the customer on a phone without an account, and the
 * waterfall of the customer shows it. No page on the way keeps anybody out.
 */
@BrowserTest
@Import(Cast.class)
class ExpectationStoryTests {

    @Autowired
    private Cast cast;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en    | Spare parts have to be on site within two days. | Delivery | no reading | Confirmed
            zh-CN | 备件两天之内要送到现场。                           | 交付     | 暂无读数   | 客户已确认
            """)
    void leadsFromTheCustomersWordsToTheWaterfall(String language, String words, String dimension, String missing,
            String confirmed, Browser browser) {
        var players = cast.gather();
        var csr = Walk.of(browser, browser.desk(language), players.csrLogin(), People.PASSWORD);
        var ar = Walk.of(browser, browser.desk(language), players.arLogin(), People.PASSWORD);
        var customer = new Walk(browser, browser.phone(language));
        var waterfall = "/customers/" + players.customer();

        csr.opens(waterfall);
        assertThat(csr.texts("table.waterfall tbody .missing")).containsExactly(missing, missing, missing, missing);
        var record = captures(csr, players.customerName(), words);
        clarifies(csr, dimension);
        ar.comesBackTo(record);
        commits(ar, players.ar().toString());
        delivers(ar);
        csr.comesBackTo(record);
        confirms(customer, asksTheCustomer(csr), words);

        csr.opens(record);
        assertThat(csr.text(".page-head .chip")).isEqualTo(confirmed);
        csr.opens(waterfall);
        assertThat(csr.texts("table.waterfall tbody td.num b")).containsExactly("80.0", "80.0", "70.0", "60.0");
        assertThat(csr.texts("table.waterfall tbody .gap b")).containsExactly("0.0", "−10.0", "−10.0");
        assertThat(csr.text("table.waterfall tfoot .gap")).isEqualTo("−20.0");
        csr.clicks("table.waterfall tbody tr:last-child td.num a");
        assertThat(csr.text("main tbody")).contains(words, dimension);

        assertThat(csr.faults()).isEmpty();
        assertThat(ar.faults()).isEmpty();
        assertThat(customer.faults()).isEmpty();
        assertThat(browser.complaints()).as("besides forms refused on purpose")
            .allMatch(it -> it.contains("status of 422"));
    }

    /** With the keyboard alone, from wherever one is. */
    private static String captures(Walk csr, String customer, String words) {
        var page = csr.page();
        page.keyboard().press("e");
        page.waitForURL("**/expectations/new**");
        page.waitForSelector("#verbatim:focus");
        page.keyboard().type(words);
        page.keyboard().press("Tab");
        if (page.inputValue("#customer").isEmpty()) {
            page.keyboard().type(customer);
            picks(page, "customer");
        }
        page.keyboard().press("Tab");
        page.keyboard().type("周");
        picks(page, "contact");
        csr.looksAround();
        page.keyboard().press("Control+Enter");
        page.waitForURL(address -> address.matches(".*/expectations/[0-9a-f-]{36}"));
        csr.looksAround();
        assertThat(csr.text("main .verbatim")).isEqualTo(words);
        return URI.create(page.url()).getPath();
    }

    private static void picks(Page page, String field) {
        page.waitForSelector("#" + field + "Text-list [role=option]:only-child");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForFunction("id => document.getElementById(id).value !== ''", field);
    }

    private static void clarifies(Walk csr, String dimension) {
        csr.clicks(".page-head a.btn-primary");
        csr.page().fill("#measure", "48 h");
        csr.page().fill("#expectedLevel", "80");
        csr.page().fill("#wantedOn", "2099-12-31");
        csr.sends();
        assertThat(csr.page().locator("#dimension").getAttribute("aria-invalid")).isEqualTo("true");
        csr.choose("#dimension", dimension);
        csr.sends();
        assertThat(csr.text("#kind")).contains(dimension);
    }

    /** More than the standard of the tier allows: the page says so and wants a reason. */
    private static void commits(Walk ar, String owner) {
        ar.clicks(".page-head a.btn-primary");
        assertThat(ar.texts("#warnings li")).isNotEmpty();
        ar.page().selectOption("#owner", owner);
        ar.sends();
        assertThat(ar.page().locator("#riskTakenBecause").getAttribute("aria-invalid")).isEqualTo("true");
        ar.page().fill("#riskTakenBecause", "已备库");
        ar.sends();
    }

    private static void delivers(Walk ar) {
        ar.clicks(".page-head a.btn-primary");
        ar.page().fill("#deliveredLevel", "70");
        ar.page().fill("#evidence", "签收单 0231");
        ar.sends();
        assertThat(ar.text("main .level-D")).isEqualTo("70");
    }

    private static String asksTheCustomer(Walk csr) {
        csr.clicks(".page-head a.btn-primary");
        csr.sends();
        return URI.create(csr.page().inputValue("#link")).getPath();
    }

    private static void confirms(Walk customer, String link, String words) {
        customer.opens(link);
        assertThat(customer.page().url()).endsWith("/confirm");
        assertThat(customer.text("main .verbatim")).isEqualTo(words);
        customer.page().check("input[name=mark][value='6']");
        customer.submits("button[value=met]");
        assertThat(customer.page().locator("main form").count()).isZero();
    }

}
