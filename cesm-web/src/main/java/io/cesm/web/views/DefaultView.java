package io.cesm.web.views;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Who comes to a list without saying what of it begins with the view they chose; who asks
 * for the plain list, or takes the filters away on the list itself, gets all of it.
 */
@Configuration(proxyBeanMethods = false)
class DefaultView implements WebMvcConfigurer, HandlerInterceptor {

    /** The parameter by which the plain list is meant. */
    static final String PLAIN = "plain";

    private final ObjectProvider<SavedViews> views;

    DefaultView(ObjectProvider<SavedViews> views) {
        this.views = views;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        for (var each : Register.values()) {
            registry.addInterceptor(this).addPathPatterns(each.path());
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var query = request.getQueryString();
        var register = Register.at(request.getRequestURI().substring(request.getContextPath().length()));
        if (register == null || !request.getMethod().equals("GET") || (query != null && !query.isEmpty())
                || isThere(request)) {
            return true;
        }
        var view = views.getObject().begin(register.key());
        if (view == null) {
            return true;
        }
        response.sendRedirect(request.getRequestURI() + "?" + view.query());
        return false;
    }

    /** Whether the link stood on this very list. */
    private static boolean isThere(HttpServletRequest request) {
        var from = request.getHeader("Referer");
        return from != null && from.split("\\?", 2)[0].endsWith(request.getRequestURI());
    }

}
