package io.cesm.web.layout;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request a number that the log, the response and an error page share, so
 * that a person can name what went wrong.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestNumbers extends OncePerRequestFilter {

    static final String ATTRIBUTE = "cesm.request";

    private final SecureRandom random = new SecureRandom();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bytes = new byte[6];
        random.nextBytes(bytes);
        var number = HexFormat.of().formatHex(bytes);
        request.setAttribute(ATTRIBUTE, number);
        response.setHeader("X-Request-Id", number);
        MDC.put("request", number);
        try {
            chain.doFilter(request, response);
        }
        finally {
            MDC.remove("request");
        }
    }

}
