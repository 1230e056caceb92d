package io.cesm.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** What can be wrong in a page without any compiler noticing. */
class TemplateTests {

    private static final Path TEMPLATES = Sources.resources().resolve("templates");

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

    private static final Pattern VIEW = Pattern
        .compile("\"((?:redirect:|forward:)?[a-z][a-z0-9-]*/[a-z0-9/-]+)(?: :: [^\"]+)?\"");

    private static final Pattern SCRIPT = Pattern.compile("(?is)<script\\b([^>]*)>(.*?)</script>");

    private final List<Path> pages = Sources.below(TEMPLATES, ".html");

    @Test
    void everyViewOfAControllerExists() {
        var missing = new TreeSet<String>();
        for (var file : Sources.endingWith(".java")) {
            var source = Sources.text(file);
            if (!source.contains("@Controller\n") && !source.contains("@ControllerAdvice")) {
                continue;
            }
            var views = VIEW.matcher(source);
            while (views.find()) {
                var view = views.group(1);
                var directory = TEMPLATES.resolve(view.substring(0, view.indexOf('/')));
                if (Files.isDirectory(directory) && !Files.exists(TEMPLATES.resolve(view + ".html"))) {
                    missing.add(file.getFileName() + " wants " + view);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /**
     * In an address a bracket begins the parameters, and a list of messages is written as
     * the address of an array: both look right in the source.
     */
    @Test
    void noAddressOrMessageIsWrittenInAWayThatShowsItsSource() {
        var trap = Pattern.compile("@\\{[^\"}]*\\+ ?\\(|\\$\\{[^\"}]*\\} \\+ \\(\\$|#messages\\.(array|list|set)Msg");
        assertThat(pages).allSatisfy(page -> assertThat(markup(page)).as(page.toString()).doesNotContainPattern(trap));
    }

    /** The frame shows "notice" on top as a sentence, and "f" is the frame itself. */
    @Test
    void noPageTakesANameThatTheFrameUses() {
        var taken = Pattern.compile("model\\.addAttribute\\(\"(notice|noticeArgs|f)\"");
        assertThat(Sources.endingWith(".java")).filteredOn(it -> it.toString().contains("main"))
            .allSatisfy(it -> assertThat(Sources.text(it)).as(it.toString()).doesNotContainPattern(taken));
    }

    @Test
    void everyFragmentThatIsIncludedExists() {
        var missing = new TreeSet<String>();
        var inclusion = Pattern.compile("~\\{([a-z][a-z0-9/-]+)\\s*::\\s*([a-zA-Z][\\w-]*)?");
        for (var page : pages) {
            var found = inclusion.matcher(markup(page));
            while (found.find()) {
                var target = TEMPLATES.resolve(found.group(1) + ".html");
                if (!Files.exists(target)) {
                    missing.add(page + " includes " + found.group(1));
                }
                else if (found.group(2) != null && !found.group(2).equals("main")
                        && !Sources.text(target).matches("(?s).*th:fragment=\"" + found.group(2) + "[\"( ].*")) {
                    missing.add(page + " includes " + found.group(1) + " :: " + found.group(2));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void nothingRunsOrLooksInline() {
        assertThat(pages).isNotEmpty().allSatisfy(page -> requireNothingInline(page.toString(), markup(page)));
    }

    static void requireNothingInline(String page, String markup) {
        assertThat(markup).as(page)
            .doesNotContain("th:utext", "<style", "javascript:", "hx-on", "[(")
            .doesNotContainPattern("(?i)\\s(th:)?style\\s*=")
            .doesNotContainPattern("(?i)<[^>]*\\s(th:)?on[a-z]+\\s*=");
        var scripts = SCRIPT.matcher(markup);
        while (scripts.find()) {
            assertThat(scripts.group(1)).as("%s: a script has a source or is data", page)
                .containsPattern("src=|type=\"application/json\"");
        }
    }

    @Test
    void noPageFetchesFromStrangers() {
        assertThat(pages).allSatisfy(page -> requireNoStrangers(page.toString(), markup(page)));
    }

    static void requireNoStrangers(String page, String markup) {
        assertThat(markup).as(page).doesNotContainPattern("(?i)\\b(src|href|action|srcset)\\s*=\\s*\"(https?:)?//");
    }

    static String markup(Path page) {
        return COMMENT.matcher(Sources.text(page)).replaceAll("");
    }

}
