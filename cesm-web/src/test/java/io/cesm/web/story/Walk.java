package io.cesm.web.story;

import static com.microsoft.playwright.options.WaitForSelectorState.ATTACHED;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.SelectOption;
import io.cesm.web.support.Browser;

/** One person at one window, who looks for barriers on every page they come to. */
final class Walk {

    private final Browser browser;

    private final Page page;

    private final List<String> faults = new ArrayList<>();

    Walk(Browser browser, Page page) {
        this.browser = browser;
        this.page = page;
        page.setDefaultTimeout(15_000);
    }

    static Walk of(Browser browser, Page page, String login, String password) {
        var walk = new Walk(browser, page);
        browser.signIn(page, login, password);
        return walk;
    }

    Page page() {
        return page;
    }

    void opens(String path) {
        page.navigate(browser.at(path));
        looksAround();
    }

    /** Opens a page that was looked at in the same state before. */
    void comesBackTo(String path) {
        page.navigate(browser.at(path));
    }

    /** Follows a link or a button to another page. */
    void clicks(String selector) {
        var before = page.url();
        page.click(selector);
        page.waitForURL(address -> !address.equals(before));
        looksAround();
    }

    /** Sends the form of the page; it answers with another page or with itself. */
    void sends() {
        submits("main form .form-actions button.btn-primary");
    }

    void submits(String button) {
        page.evaluate("document.documentElement.dataset.before = 'sent'");
        page.click(button);
        page.waitForSelector("html:not([data-before])", new Page.WaitForSelectorOptions().setState(ATTACHED));
        looksAround();
    }

    void choose(String selector, String label) {
        page.selectOption(selector, new SelectOption().setLabel(label));
    }

    /** What keeps somebody from using the page as it is now. */
    void looksAround() {
        page.waitForLoadState(LoadState.LOAD);
        // from the top: what the header happens to lie over further down is no barrier
        page.evaluate("window.scrollTo(0, 0)");
        Browser.barriers(page).forEach(it -> faults.add(page.url() + ": " + it));
        if (Browser.wider(page)) {
            faults.add(page.url() + " is wider than the window");
        }
        var body = page.innerText("body");
        if (body.contains("??") || body.contains("[L")) {
            faults.add(page.url() + " misses a text");
        }
    }

    String text(String selector) {
        return page.locator(selector).first().innerText().strip();
    }

    List<String> texts(String selector) {
        return page.locator(selector).allInnerTexts().stream().map(String::strip).toList();
    }

    List<String> faults() {
        return faults;
    }

}
