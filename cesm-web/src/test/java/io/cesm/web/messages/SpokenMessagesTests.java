package io.cesm.web.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.springframework.context.NoSuchMessageException;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

class SpokenMessagesTests {

    private final SpokenMessages messages = SpokenMessages.read(
            bundle("a.properties", "hello = Hello {0}\nonly = Only"), bundle("a_zh.properties", "hello = 你好 {0}"),
            bundle("b.properties", "plain = It's {0}"));

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

    private static Resource bundle(String name, String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }

}
