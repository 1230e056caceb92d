package io.cesm.web.strict;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses requests with parameters the controller method does not name: nothing can be
 * slipped into a form, and a link that has lost its meaning says so. Signatures are read
 * once; they are code, not state.
 */
@Configuration(proxyBeanMethods = false)
class StrictParameters implements WebMvcConfigurer, HandlerInterceptor {

    private final Map<Method, Expected> signatures = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && ours(method)) {
            var expected = signatures.computeIfAbsent(method.getMethod(), it -> Expected.of(method));
            request.getParameterMap().forEach((name, values) -> {
                if (!expected.allows(name, values.length)) {
                    throw new UnexpectedParameter(name);
                }
                if (!Arrays.stream(values).allMatch(SoundText::isSound)) {
                    throw new UnsoundText(name);
                }
            });
        }
        return true;
    }

    private static boolean ours(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("io.cesm.");
    }

}
