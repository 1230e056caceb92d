package io.cesm.domain.intake;

import java.util.Locale;

/** A word in both languages of the pages. */
public record Label(String zh, String en) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }

}
