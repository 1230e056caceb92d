package io.cesm.web.layout;

import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;

import io.cesm.domain.people.Access;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Chinese or English: what the person chose in this browser (a cookie), else what their
 * entry says, else what the browser prefers, else Chinese. Programs that use the API are
 * answered in the language they ask for.
 */
@Component("localeResolver")
class Languages implements LocaleResolver {

    static final String COOKIE = "cesm_lang";

    private static final Map<String, Locale> SPOKEN = Map.of("zh", Locale.SIMPLIFIED_CHINESE, "en", Locale.ENGLISH);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getAttribute(COOKIE) instanceof Locale known) {
            return known;
        }
        var locale = locale(request);
        if (request.getUserPrincipal() != null) { // before the sign-in is read, nobody's
                                                  // entry has been asked
            request.setAttribute(COOKIE, locale);
        }
        return locale;
    }

    private static Locale locale(HttpServletRequest request) {
        var chosen = spoken(Cookies.value(request, COOKIE));
        if (chosen != null) {
            return chosen;
        }
        var own = own(request);
        if (own != null) {
            return own;
        }
        if (request.getHeader("Accept-Language") == null) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        for (var wish : Collections.list(request.getLocales())) {
            var spoken = SPOKEN.get(wish.getLanguage());
            if (spoken != null) {
                return spoken;
            }
        }
        return Locale.ENGLISH;
    }

    private static @Nullable Locale own(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return !path.startsWith("/api/") && request.getUserPrincipal() instanceof Authentication who
                && who.getPrincipal() instanceof Access access ? spoken(access.language()) : null;
    }

    static @Nullable Locale spoken(@Nullable String language) {
        return language == null || language.length() < 2 ? null : SPOKEN.get(language.substring(0, 2));
    }

    /** Remembers a choice in this browser, or forgets it. */
    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null && SPOKEN.containsKey(locale.getLanguage())) {
            request.setAttribute(COOKIE, SPOKEN.get(locale.getLanguage()));
            Cookies.add(request, response, COOKIE, locale.getLanguage());
        }
        else if (response != null && locale == null) {
            request.removeAttribute(COOKIE);
            Cookies.add(request, response, COOKIE, "");
        }
    }

    /** Small cookies that keep how a person likes the pages; nothing secret. */
    static final class Cookies {

        private Cookies() {
        }

        static @Nullable String value(HttpServletRequest request, String name) {
            var cookies = request.getCookies();
            if (cookies != null) {
                for (var cookie : cookies) {
                    if (cookie.getName().equals(name)) {
                        return cookie.getValue();
                    }
                }
            }
            return null;
        }

        static void add(HttpServletRequest request, HttpServletResponse response, String name, String value) {
            response.addHeader("Set-Cookie",
                    ResponseCookie.from(name, value)
                        .path(request.getContextPath() + "/")
                        .maxAge(value.isEmpty() ? Duration.ZERO : Duration.ofDays(365))
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .build()
                        .toString());
        }

    }

}
