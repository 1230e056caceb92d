package io.cesm.domain.people;

import org.springframework.context.i18n.LocaleContextHolder;

/** The name of a unit in the language of who reads it: lists that choose read no rows. */
public final class UnitName {

    private UnitName() {
    }

    /** The expression that reads it from the table of units under this alias. */
    public static String sql(String alias) {
        return LocaleContextHolder.getLocale().getLanguage().equals("zh") ? alias + ".name"
                : "coalesce(%1$s.name_en, %1$s.name)".formatted(alias);
    }

}
