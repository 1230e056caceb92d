package io.cesm.web.layout;

import java.io.IOException;
import java.util.Set;

import io.cesm.web.layout.Languages.Cookies;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes a choice of language, theme or row height out of the address of any page
 * ({@code ?lang=en}, {@code ?theme=dark}, {@code ?rows=dense}), keeps it in a cookie and
 * leads back to the clean address; so the switches work without scripts.
 */
@Component
@Order(-110)
class Preferences extends OncePerRequestFilter {

    static final String THEME = "cesm_theme";

    static final String ROWS = "cesm_rows";

    private static final Set<String> THEMES = Set.of("auto", "light", "dark");

    private static final Set<String> HEIGHTS = Set.of("dense", "wide");

    private final Languages languages;

    Preferences(Languages languages) {
        this.languages = languages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null || !request.getMethod().equals("GET") || request.getRequestURI().startsWith("/api/")
                || !(query.contains("lang=") || query.contains("theme=") || query.contains("rows="));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = Address.of(request);
        var language = Languages.spoken(request.getParameter("lang"));
        var theme = known(THEMES, request.getParameter("theme"));
        var rows = known(HEIGHTS, request.getParameter("rows"));
        if (language == null && theme == null && rows == null) {
            chain.doFilter(request, response);
            return;
        }
        if (language != null) {
            languages.setLocale(request, response, language);
        }
        if (theme != null) {
            Cookies.add(request, response, THEME, theme);
        }
        if (rows != null) {
            Cookies.add(request, response, ROWS, rows);
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", address.without("lang").without("theme").without("rows").toString());
    }

    static String theme(HttpServletRequest request) {
        var theme = known(THEMES, Cookies.value(request, THEME));
        return theme == null ? "auto" : theme;
    }

    static String rows(HttpServletRequest request) {
        var rows = known(HEIGHTS, Cookies.value(request, ROWS));
        return rows == null ? "wide" : rows;
    }

    private static @Nullable String known(Set<String> values, @Nullable String value) {
        return value != null && values.contains(value) ? value : null;
    }

}
