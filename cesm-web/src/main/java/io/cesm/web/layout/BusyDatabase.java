package io.cesm.web.layout;

import java.io.IOException;

import io.cesm.web.api.Problems;
import io.cesm.web.database.DatabaseAway;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever meets a database that does not answer, anywhere between door and page, is asked
 * to come again in a moment; a failure of ours would look the same to nobody.
 */
@Component
@Order(-200)
class BusyDatabase extends OncePerRequestFilter {

    private static final String SOON = "2";

    private final Problems problems;

    BusyDatabase(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        }
        catch (RuntimeException | ServletException failure) {
            if (response.isCommitted() || !DatabaseAway.isWhy(failure)) {
                throw failure;
            }
            logger.warn("a request waits for the database", failure);
            response.resetBuffer();
            response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
            if (request.getRequestURI().startsWith("/api/")) {
                problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "busy");
            }
            else {
                response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            }
        }
    }

}
