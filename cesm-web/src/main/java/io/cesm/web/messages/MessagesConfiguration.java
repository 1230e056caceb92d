package io.cesm.web.messages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Finds every bundle below {@code i18n/} by itself, so that a feature brings its words
 * along.
 */
@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {

    private static final String ENDING = ".properties";

    @Bean
    MessageSource messageSource() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*" + ENDING);
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(Arrays.stream(files)
            .map(Resource::getFilename)
            .map(Objects::requireNonNull)
            .filter(name -> !name.endsWith("_zh" + ENDING))
            .map(name -> "i18n." + name.substring(0, name.length() - ENDING.length()))
            .distinct()
            .sorted()
            .toArray(String[]::new));
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.ENGLISH);
        return messages;
    }

}
