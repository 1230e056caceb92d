package io.cesm.web.layout;

import java.util.ArrayList;
import java.util.Objects;

import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Puts {@link QuickMapping} in place of the usual mapping, {@link QuickQueries} before
 * the usual binding.
 */
@Component
class QuickMappings implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new QuickMapping();
    }

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new QuickFirst();
    }

    private static final class QuickFirst extends RequestMappingHandlerAdapter {

        @Override
        public void afterPropertiesSet() {
            super.afterPropertiesSet();
            var resolvers = new ArrayList<HandlerMethodArgumentResolver>();
            resolvers.add(new QuickQueries());
            resolvers.addAll(Objects.requireNonNull(getArgumentResolvers()));
            setArgumentResolvers(resolvers);
        }

    }

}
