package io.cesm.web.layout;

import java.time.Duration;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Serves style, scripts and pictures under addresses that change with their content, so
 * that a browser keeps them for a year. The addresses are made once ({@link Assets}) and
 * not by rewriting every link of every page.
 */
@Configuration(proxyBeanMethods = false)
@Order(-10)
class StaticFiles implements WebMvcConfigurer {

    private static final CacheControl A_YEAR = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (var kind : new String[] { "css", "js", "img" }) {
            registry.addResourceHandler("/" + kind + "/**")
                .addResourceLocations("classpath:/static/" + kind + "/")
                .setCacheControl(A_YEAR)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        }
        registry.addResourceHandler("/webjars/**")
            .addResourceLocations("classpath:/META-INF/resources/webjars/")
            .setCacheControl(A_YEAR);
    }

}
