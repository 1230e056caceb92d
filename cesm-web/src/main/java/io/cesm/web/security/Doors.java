package io.cesm.web.security;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Shows those who may not pass where to go: strangers to the sign-in, those half-way in
 * to what is missing, others a page that says no.
 */
class Doors implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Refresh", "true");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.sendRedirect("/login" + next(request));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        boolean forged = refused instanceof CsrfException;
        if (!forged && SecurityContextHolder.getContext().getAuthentication() instanceof StaffAuthentication staff) {
            if (staff.needsCode()) {
                response.sendRedirect("/login/code");
                return;
            }
            if (staff.needsEnrolment()) {
                response.sendRedirect("/me/second-factor");
                return;
            }
        }
        if (request.getHeader("HX-Request") != null && forged) {
            response.setHeader("HX-Refresh", "true");
        }
        else if (forged && askedFrom(request) instanceof String page) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", isSignedIn() ? page + "#again"
                    : "/login?ended&next=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
            return;
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private static boolean isSignedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof StaffAuthentication;
    }

    /**
     * The page of ours a form was sent from, if it was: its session has ended meanwhile,
     * and what was typed comes back there. A form of another site goes nowhere.
     */
    private static @Nullable String askedFrom(HttpServletRequest request) {
        var from = request.getHeader("Referer");
        if (from == null || !"POST".equals(request.getMethod())) {
            return null;
        }
        try {
            var page = URI.create(from);
            var path = page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
            return request.getServerName().equals(page.getHost()) && LocalPath.orHome(path).equals(path)
                    && path.length() < 1500 ? path : null;
        }
        catch (IllegalArgumentException ex) {
            return null;
        }
    }

    private static String next(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod()) || request.getRequestURI().equals("/")) {
            return "";
        }
        var query = request.getQueryString();
        var path = request.getRequestURI() + (query == null ? "" : "?" + query);
        return path.length() > 1500 ? "" : "?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

}
