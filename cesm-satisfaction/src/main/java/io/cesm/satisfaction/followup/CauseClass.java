package io.cesm.satisfaction.followup;

import java.util.Locale;

/**
 * A kind of cause.
 *
 * @param backOffice whether it lies behind those who meet the customer
 */
public record CauseClass(String code, String name, String nameEn, String hint, String hintEn, boolean backOffice,
        boolean active, int sort) {

    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? name : nameEn;
    }

    public String hint(Locale locale) {
        return locale.getLanguage().equals("zh") ? hint : hintEn;
    }

}
