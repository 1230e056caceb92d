package io.cesm.web.support;

import java.util.ArrayList;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/**
 * Opens windows on the running program. What a page complains about, and what it fetches
 * from strangers, is collected in {@link #complaints()}.
 */
public final class Browser implements AutoCloseable {

    private final com.microsoft.playwright.Browser chromium;

    private final String base;

    private final List<BrowserContext> windows = new ArrayList<>();

    private final List<String> complaints = new ArrayList<>();

    Browser(com.microsoft.playwright.Browser chromium, String base) {
        this.chromium = chromium;
        this.base = base;
    }

    /** A window of a desk, its language by the browser: {@code en} or {@code zh-CN}. */
    public Page desk(String language) {
        return window(language, 1280, 900);
    }

    /** A window of 360 points, as on a small phone. */
    public Page phone(String language) {
        return window(language, 360, 740);
    }

    /** The same phone with scripts switched off. */
    public Page plainPhone(String language) {
        return window(
                new NewContextOptions().setLocale(language).setViewportSize(360, 740).setJavaScriptEnabled(false));
    }

    /** The address of a path. */
    public String at(String path) {
        return base + path;
    }

    /** Signs in through the page. */
    public void signIn(Page page, String login, String password) {
        page.navigate(at("/login"));
        page.fill("#username", login);
        page.fill("#password", password);
        page.click("main form button[type=submit]");
        page.waitForURL(address -> !address.endsWith("/login"));
    }

    /** What axe finds wrong in WCAG 2.2 A and AA: rule, and the elements concerned. */
    public static List<String> barriers(Page page) {
        return new AxeBuilder(page).setLegacyMode(true) // no second window: there are no
                                                        // foreign frames
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations()
            .stream()
            .map(rule -> rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml()).toList())
            .toList();
    }

    /** Whether the page must be pushed sideways to be read. */
    public static boolean wider(Page page) {
        return (boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1");
    }

    /** Errors of scripts, refused by the content policy, or requests to other hosts. */
    public List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        windows.forEach(BrowserContext::close);
    }

    private Page window(String language, int width, int height) {
        return window(new NewContextOptions().setLocale(language).setViewportSize(width, height));
    }

    private Page window(NewContextOptions options) {
        var window = chromium.newContext(options);
        windows.add(window);
        var page = window.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (request.url().startsWith("http") && !request.url().startsWith(base)) {
                complaints.add("asks " + request.url());
            }
        });
        return page;
    }

}
