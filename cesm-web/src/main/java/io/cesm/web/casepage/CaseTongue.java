package io.cesm.web.casepage;

import java.util.Arrays;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** A customer's page speaks their language unless this browser was told another one. */
final class CaseTongue {

    private static final String CHOSEN = "cesm_lang";

    private CaseTongue() {
    }

    static void speak(@Nullable String language, HttpServletRequest request) {
        var chosen = request.getCookies() != null
                && Arrays.stream(request.getCookies()).anyMatch(each -> each.getName().equals(CHOSEN));
        if (language != null && !chosen && request.getParameter("lang") == null) {
            var locale = language.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
            request.setAttribute(CHOSEN, locale);
            LocaleContextHolder.setLocale(locale);
        }
    }

}
