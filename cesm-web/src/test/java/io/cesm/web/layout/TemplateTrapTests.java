package io.cesm.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What Thymeleaf accepts without a word and does differently from how it reads. */
class TemplateTrapTests {

    private static final Pattern FRAME = Pattern
        .compile("<html[^>]*~\\{layout/page :: (?:page|bare)\\((?!\\$\\{title})[^>]*>");

    private static final Pattern TAG = Pattern.compile("<[a-z:]+\\s[^>]*>");

    @Test
    void noConditionStandsBesideAReplacementThatWouldIgnoreIt() throws IOException {
        List<String> trapped = new ArrayList<>();
        for (var template : new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.html")) {
            var tags = TAG.matcher(template.getContentAsString(StandardCharsets.UTF_8));
            while (tags.find()) {
                var tag = tags.group();
                if (tag.contains("th:replace=") && tag.contains("th:if=") && !tag.contains("th:fragment=")) {
                    trapped.add(template.getFilename() + ": " + tag);
                }
            }
        }

        assertThat(trapped).isEmpty();
    }

    /**
     * The title handed to the frame takes the name of what the controller calls so: a
     * crumb that should name the record would name the page itself.
     */
    @Test
    void noPageThatGivesItsOwnTitleShowsAnotherUnderThatName() throws IOException {
        List<String> trapped = new ArrayList<>();
        for (var template : new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.html")) {
            var text = template.getContentAsString(StandardCharsets.UTF_8);
            var frame = FRAME.matcher(text);
            boolean page = !template.getURL().getPath().contains("/layout/");
            if (page && frame.find() && text.indexOf("${title}", frame.end()) >= 0) {
                trapped.add(String.valueOf(template.getFilename()));
            }
        }

        assertThat(trapped).isEmpty();
    }

}
