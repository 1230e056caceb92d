package io.cesm.web.security;

import java.io.IOException;
import java.util.Base64;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a page run only the scripts and styles that carry this answer's nonce; templates
 * find it as {@code ${cspNonce}}.
 */
final class ContentPolicy extends OncePerRequestFilter implements HeaderWriter {

    static final String NONCE = "cspNonce";

    private static final String POLICY = "default-src 'self'; script-src 'nonce-%1$s' 'strict-dynamic'; "
            + "style-src 'self' 'nonce-%1$s'; img-src 'self' data: blob:; media-src 'self' blob:; object-src 'none'; "
            + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        nonce(request);
        chain.doFilter(request, response);
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader("Content-Security-Policy")) {
            response.setHeader("Content-Security-Policy", POLICY.formatted(nonce(request)));
        }
    }

    private static String nonce(HttpServletRequest request) {
        if (request.getAttribute(NONCE) instanceof String nonce) {
            return nonce;
        }
        var nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.bytes(16));
        request.setAttribute(NONCE, nonce);
        return nonce;
    }

}
