package io.cesm.web.strict;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives a page its form back when one of the fields could not be read (letters in a
 * date): without this the page would have no form at all, because a record is made whole
 * or not. What could be read is in it; what could not is shown from the errors.
 */
@Configuration(proxyBeanMethods = false)
class KeptForms implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable ModelAndView page) {
        if (page == null || !(handler instanceof HandlerMethod method)) {
            return;
        }
        for (MethodParameter each : method.getMethodParameters()) {
            if (each.getParameterType().isRecord()) {
                var name = name(each);
                if (page.getModelMap().get(name) == null
                        && page.getModelMap().get(BindingResult.MODEL_KEY_PREFIX + name) instanceof BindingResult errors
                        && errors.hasErrors()) {
                    page.getModelMap().put(name, kept(each.getParameterType(), errors));
                }
            }
        }
    }

    private static String name(MethodParameter parameter) {
        var named = parameter.getParameterAnnotation(ModelAttribute.class);
        if (named != null && !named.value().isEmpty()) {
            return named.value();
        }
        return StringUtils.uncapitalize(parameter.getParameterType().getSimpleName());
    }

    private static Object kept(Class<?> form, BindingResult errors) {
        var values = Arrays.stream(form.getRecordComponents()).map(it -> value(it, errors)).toArray();
        Constructor<?> constructor = BeanUtils.getResolvableConstructor(form);
        return BeanUtils.instantiateClass(constructor, values);
    }

    private static @Nullable Object value(RecordComponent field, BindingResult errors) {
        var value = errors.hasFieldErrors(field.getName()) ? null : errors.getFieldValue(field.getName());
        return value != null && ClassUtils.isAssignable(field.getType(), value.getClass()) ? value : null;
    }

}
