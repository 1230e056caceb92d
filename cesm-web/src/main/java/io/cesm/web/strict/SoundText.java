package io.cesm.web.strict;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Text that can be kept: no NUL, which no database takes, and no half characters. */
@Configuration(proxyBeanMethods = false)
class SoundText {

    static boolean isSound(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c) || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** A body with other text is refused with the path of its field. */
    @Bean
    JacksonModule soundTextOnly() {
        return new SimpleModule("sound-text").addDeserializer(String.class, new Judging());
    }

    private static final class Judging extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            var text = super.deserialize(parser, context);
            if (text != null && !isSound(text)) {
                throw context.weirdStringException("…", String.class, "has characters that cannot be kept");
            }
            return text;
        }

    }

}
