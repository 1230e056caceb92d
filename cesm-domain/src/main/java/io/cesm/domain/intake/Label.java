package io.cesm.domain.intake;

import java.util.Locale;

import org.springframework.context.i18n.LocaleContextHolder;

/** A word in both languages of the pages. */
public record Label(String zh, String en) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }

    /**
     * The word in the language of the one who reads now, for sentences that mention it.
     */
    @Override
    public String toString() {
        return in(LocaleContextHolder.getLocale());
    }

}
