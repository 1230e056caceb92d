package io.cesm.web.messages;

import java.io.IOException;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Finds every bundle below {@code i18n/} by itself, so that a feature brings its words
 * along.
 */
@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {

    @Bean
    MessageSource messageSource() throws IOException {
        return SpokenMessages
            .read(new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*.properties"));
    }

}
