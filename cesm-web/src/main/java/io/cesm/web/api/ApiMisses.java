package io.cesm.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers a program that found no endpoint – a wrong address, verb or kind of body – as
 * endpoints do, whatever it accepts: a page for persons is of no use to it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiMisses implements HandlerExceptionResolver {

    private final Problems problems;

    ApiMisses(Problems problems) {
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
            @Nullable Object handler, Exception failure) {
        if (handler instanceof HandlerMethod || !isProgram(request) || !(failure instanceof ErrorResponse known)) {
            return null;
        }
        var code = code(known.getStatusCode().value());
        if (code == null) {
            return null;
        }
        known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        try {
            problems.write(request, response, HttpStatus.valueOf(known.getStatusCode().value()), code);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return new ModelAndView();
    }

    private static boolean isProgram(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    private static @Nullable String code(int status) {
        return switch (status) {
            case 404 -> "no_endpoint";
            case 405 -> "method_not_allowed";
            case 406 -> "not_acceptable";
            case 415 -> "unsupported_media_type";
            default -> null;
        };
    }

}
