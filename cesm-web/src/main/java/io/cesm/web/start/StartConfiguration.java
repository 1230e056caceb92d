package io.cesm.web.start;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;

/**
 * What makes starts short and logs calm. The product's own components are made when they
 * are first used: a start needs a third of them, and most of the others cost a generated
 * class. Everything else is made at the start.
 */
@Configuration(proxyBeanMethods = false)
class StartConfiguration {

    StartConfiguration() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                && context.getTurboFilterList().stream().noneMatch(CalmLog.class::isInstance)) {
            context.addTurboFilter(new CalmLog());
        }
    }

    @Bean
    static LazyInitializationExcludeFilter allButOurComponents() {
        return (name, definition, type) -> type == null || !type.getName().startsWith("io.cesm.")
                || !AnnotatedElementUtils.hasAnnotation(type, Component.class)
                || AnnotatedElementUtils.hasAnnotation(type, Configuration.class);
    }

}
