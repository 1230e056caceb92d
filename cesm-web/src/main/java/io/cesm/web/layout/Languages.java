package io.cesm.web.layout;

import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Chinese or English: what the person chose (a cookie), else what the browser prefers,
 * else Chinese.
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
        request.setAttribute(COOKIE, locale);
        return locale;
    }

    private static Locale locale(HttpServletRequest request) {
        var chosen = spoken(Cookies.value(request, COOKIE));
        if (chosen != null) {
            return chosen;
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

    static @Nullable Locale spoken(@Nullable String language) {
        return language == null || language.length() < 2 ? null : SPOKEN.get(language.substring(0, 2));
    }

    /** Remembers a choice in this browser. */
    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null && SPOKEN.containsKey(locale.getLanguage())) {
            request.setAttribute(COOKIE, SPOKEN.get(locale.getLanguage()));
            Cookies.add(request, response, COOKIE, locale.getLanguage());
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
                        .maxAge(Duration.ofDays(365))
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .build()
                        .toString());
        }

    }

}
