package io.cesm.web.security;

import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.cesm.domain.people.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Asks for the rights of a page or endpoint before anything of the request is read: who
 * may not, learns nothing about what it takes. A token that only reads changes nothing,
 * not even its owner's own entry.
 */
@Configuration(proxyBeanMethods = false)
class RightsFirst implements WebMvcConfigurer, HandlerInterceptor {

    private static final Pattern WHOLE = Pattern
        .compile("hasAuthority\\('[A-Z_]+'\\)(?: and hasAuthority\\('[A-Z_]+'\\))*");

    private static final Pattern EACH = Pattern.compile("'([A-Z_]+)'");

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final Set<String> READING = EnumSet.of(Right.VIEW, Right.EXPORT, Right.AUDIT_READ)
        .stream()
        .map(Right::name)
        .collect(Collectors.toUnmodifiableSet());

    /** Annotations are code, not state: read once. */
    private final Map<Method, Set<String>> needed = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var rights = needed.computeIfAbsent(method.getMethod(), it -> rights(method));
            var held = held(SecurityContextHolder.getContext().getAuthentication());
            if (!held.containsAll(rights) || (changesOwn(request, rights) && READING.containsAll(held))) {
                throw new AccessDeniedException("a right is missing");
            }
        }
        return true;
    }

    private static boolean changesOwn(HttpServletRequest request, Set<String> rights) {
        var path = request.getRequestURI();
        return rights.equals(Set.of(Right.VIEW.name())) && path.startsWith("/api/")
                && !path.startsWith("/api/v1/tokens/") && !SAFE.contains(HttpMethod.valueOf(request.getMethod()));
    }

    private static Set<String> held(@Nullable Authentication who) {
        return who == null ? Set.of()
                : who.getAuthorities()
                    .stream()
                    .map(GrantedAuthority::getAuthority)
                    .filter(it -> it != null && !it.startsWith("ROLE_"))
                    .collect(Collectors.toSet());
    }

    private static Set<String> rights(HandlerMethod method) {
        var rule = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), PreAuthorize.class);
        if (rule == null) {
            rule = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), PreAuthorize.class);
        }
        if (rule == null) {
            return Set.of();
        }
        if (!WHOLE.matcher(rule.value()).matches()) {
            throw new IllegalStateException("Only rights joined by 'and' are understood, not " + rule.value());
        }
        return EACH.matcher(rule.value()).results().map(it -> it.group(1)).collect(Collectors.toUnmodifiableSet());
    }

}
