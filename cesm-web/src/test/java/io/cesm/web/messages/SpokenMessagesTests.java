package io.cesm.web.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.springframework.context.NoSuchMessageException;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class SpokenMessagesTests {

    private final SpokenMessages messages = SpokenMessages.read(
            bundle("a.properties", "hello = Hello {0}\nonly = Only"), bundle("a_zh.properties", "hello = 你好 {0}"),
            bundle("b.properties", """
                    plain = It's {0}
                    count = {0,choice,0#no rows|1#1 row|1<{0} rows} of {1,number,integer}
                    """));

    SpokenMessagesTests() throws IOException {
    }

    @Test
    void speakTheLanguageAskedFor() {
        assertThat(messages.getMessage("hello", new Object[] { "A" }, Locale.SIMPLIFIED_CHINESE)).isEqualTo("你好 A");
        assertThat(messages.getMessage("hello", new Object[] { "A" }, Locale.UK)).isEqualTo("Hello A");
    }

    @Test
    void sayItInEnglishBeforeTheySayNothing() {
        assertThat(messages.getMessage("only", null, Locale.SIMPLIFIED_CHINESE)).isEqualTo("Only");
        assertThatThrownBy(() -> messages.getMessage("unknown", null, Locale.ENGLISH))
            .isInstanceOf(NoSuchMessageException.class);
    }

    @Test
    void takeASentenceWithoutArgumentsAsItStands() {
        assertThat(messages.getMessage("plain", null, Locale.ENGLISH)).isEqualTo("It's {0}");
    }

    /** Counts come as numbers, or grouped and rounded by whoever shows them. */
    @Test
    void countWhatIsGivenAsTextToo() {
        assertThat(count(1, 1234)).isEqualTo("1 row of 1,234");
        assertThat(count("1", "1,234")).isEqualTo("1 row of 1,234");
        assertThat(count("0", "–")).isEqualTo("no rows of –");
        assertThat(count("1,234", "1,234")).isEqualTo("1,234 rows of 1,234");
        assertThat(count("–", 5)).isEqualTo("– rows of 5");
        assertThat(count("", "")).isEqualTo(" rows of ");
        var many = new StringBuilder("1000+");
        assertThat(count(many, many)).as("whatever writes itself as a count").isEqualTo("1000+ rows of 1000+");
        assertThat(count(new Written(1), new Written(1))).isEqualTo("1 row of 1");
    }

    private record Written(int found) {

        @Override
        public String toString() {
            return String.valueOf(found);
        }

    }

    /** No sentence of any bundle breaks a page because a count comes as it is written. */
    @Test
    void sayEverySentenceWithTexts() throws IOException {
        var all = new PathMatchingResourcePatternResolver().getResources("classpath:i18n/*.properties");
        var real = SpokenMessages.read(all);
        for (var file : all) {
            var bundle = PropertiesLoaderUtils.loadProperties(new EncodedResource(file, StandardCharsets.UTF_8));
            for (var key : bundle.stringPropertyNames()) {
                if (!bundle.getProperty(key).matches("(?s).*\\{\\d.*")) {
                    continue;
                }
                for (var language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                    for (var text : List.of("1", "1,234", "120+", "–")) {
                        assertThatCode(() -> real.getMessage(key, Collections.nCopies(9, text).toArray(), language))
                            .as("%s of %s", key, file.getFilename())
                            .doesNotThrowAnyException();
                    }
                }
            }
        }
    }

    private String count(Object some, Object all) {
        return messages.getMessage("count", new Object[] { some, all }, Locale.ENGLISH);
    }

    private static Resource bundle(String name, String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }

}
