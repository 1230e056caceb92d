package io.cesm.web.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Starts Chromium once for all tests and hands out a {@link Browser} per test. */
class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final Path CHROMIUM = Path.of(System.getProperty("cesm.chromium", "/usr/bin/chromium"));

    private static final Namespace OURS = Namespace.create(BrowserExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Files.isExecutable(CHROMIUM) ? ConditionEvaluationResult.enabled("Chromium is there")
                : ConditionEvaluationResult.disabled("Skipped: there is no " + CHROMIUM + " (see .ci/run)");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var chromium = Objects.requireNonNull(context.getRoot()
            .getStore(OURS)
            .computeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class));
        var port = SpringExtension.getApplicationContext(context)
            .getEnvironment()
            .getRequiredProperty("local.server.port");
        var browser = new Browser(chromium.browser, "http://localhost:" + port);
        context.getStore(OURS).put(Browser.class, browser);
        return browser;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var browser = context.getStore(OURS).get(Browser.class, Browser.class);
        if (browser != null) {
            browser.close();
        }
    }

    private static final class Chromium implements AutoCloseable {

        private final Playwright playwright = Playwright
            .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

        private final com.microsoft.playwright.Browser browser = playwright.chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM)
                .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync")));

        @Override
        public void close() {
            playwright.close();
        }

    }

}
