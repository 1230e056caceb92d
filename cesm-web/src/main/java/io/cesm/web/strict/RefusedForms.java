package io.cesm.web.strict;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.Errors;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A form that comes back with errors is a refusal and not a success: 422, whichever
 * controller sends it back. Parts of pages that help while somebody types are none.
 */
@Configuration(proxyBeanMethods = false)
class RefusedForms implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable ModelAndView page) {
        if (page != null && "POST".equals(request.getMethod()) && response.getStatus() == 200 && isWhole(page)
                && page.getModel().values().stream().anyMatch(it -> it instanceof Errors found && found.hasErrors())) {
            response.setStatus(422);
        }
    }

    private static boolean isWhole(ModelAndView page) {
        var view = page.getViewName();
        return view != null && !view.contains("::") && !view.startsWith("redirect:");
    }

}
