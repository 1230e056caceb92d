package io.cesm.web.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Keeps what a page was made of when it was asked for with the header {@code X-Freeze},
 * so that the very same page can be made again without a query.
 */
@RestControllerAdvice
@Profile("benchmark")
class FrozenPages implements WebMvcConfigurer, HandlerInterceptor, ResponseBodyAdvice<Object> {

    private static final String HEADER = "X-Freeze";

    private final Map<String, ModelAndView> pages = new ConcurrentHashMap<>();

    private final Map<String, Object> bodies = new ConcurrentHashMap<>();

    @Nullable ModelAndView page(String name) {
        return pages.get(name);
    }

    @Nullable Object body(String name) {
        return bodies.get(name);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable ModelAndView page) {
        var name = request.getHeader(HEADER);
        var view = page == null ? null : page.getViewName();
        if (name != null && page != null && view != null) {
            pages.put(name, new ModelAndView(view, new LinkedHashMap<>(page.getModel())));
        }
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter returnType, MediaType type,
            Class<? extends HttpMessageConverter<?>> converterType, ServerHttpRequest request,
            ServerHttpResponse response) {
        var name = request.getHeaders().getFirst(HEADER);
        if (name != null && body != null) {
            bodies.put(name, body);
        }
        return body;
    }

}
