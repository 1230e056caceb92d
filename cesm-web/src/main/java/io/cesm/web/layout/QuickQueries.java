package io.cesm.web.layout;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.ModelFactory;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ServletModelAttributeMethodProcessor;

/**
 * Makes the record of filters that stands in the address of a list. The usual way reads
 * the annotations of each of its twenty components anew for every request, which took an
 * eighth of the time of such a page; here what a record is made of is read once. Whatever
 * is not plain – a value that does not fit, a form that is sent, a name with a dot – goes
 * the usual way, which knows how to say what is wrong.
 */
final class QuickQueries implements HandlerMethodArgumentResolver {

    private final Map<Class<?>, QuickRecord> shapes = new ConcurrentHashMap<>();

    private final ServletModelAttributeMethodProcessor usual = new ServletModelAttributeMethodProcessor(false);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return usual.supportsParameter(parameter) && shape(parameter).isPlain();
    }

    @Override
    public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
            NativeWebRequest request, @Nullable WebDataBinderFactory factory) throws Exception {
        var http = request.getNativeRequest(HttpServletRequest.class);
        var name = ModelFactory.getNameForParameter(parameter);
        var shape = shape(parameter);
        if (container != null && factory != null && http != null && !container.containsAttribute(name)
                && isPlain(http, shape)) {
            var type = ResolvableType.forMethodParameter(parameter);
            var made = make(shape, http, factory.createBinder(request, null, name, type));
            if (made != null) {
                container.addAttribute(name, made);
            }
        }
        return usual.resolveArgument(parameter, container, request, factory);
    }

    private QuickRecord shape(MethodParameter parameter) {
        return shapes.computeIfAbsent(parameter.getParameterType(), QuickRecord::of);
    }

    private static @Nullable Object make(QuickRecord shape, HttpServletRequest request, WebDataBinder binder) {
        try {
            return shape.make(request, binder);
        }
        catch (TypeMismatchException ex) {
            return null; // the usual way says which one does not fit
        }
    }

    private static boolean isPlain(HttpServletRequest request, QuickRecord shape) {
        return "GET".equals(request.getMethod())
                && request.getParameterMap().keySet().stream().allMatch(QuickQueries::isPlain)
                && !shape.isNamedByAny(inPath(request));
    }

    private static boolean isPlain(String name) {
        return !name.startsWith(WebDataBinder.DEFAULT_FIELD_MARKER_PREFIX)
                && !name.startsWith(WebDataBinder.DEFAULT_FIELD_DEFAULT_PREFIX) && name.indexOf('.') < 0
                && name.indexOf('[') < 0;
    }

    private static Map<?, ?> inPath(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> parts ? parts
                : Map.of();
    }

}
