package io.cesm.web.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.cesm.domain.export.Export;
import io.cesm.domain.export.Export.Pieces;
import io.cesm.domain.table.Column;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Builds a list column by column, with headings in the reader's language. */
public final class Sheet<T> {

    private final MessageSource messages;

    private final Locale locale;

    private final List<Column<T>> columns = new ArrayList<>();

    private Sheet(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    public static <T> Sheet<T> of(Class<T> row, MessageSource messages, Locale locale) {
        return new Sheet<>(messages, locale);
    }

    /** A column whose heading is a message. */
    public Sheet<T> with(String key, Function<? super T, ? extends @Nullable Object> value) {
        return plain(say(key), value);
    }

    /** A column of names in the reader's language, where an English one is known. */
    public Sheet<T> named(String key, Function<? super T, @Nullable String> name,
            Function<? super T, @Nullable String> english) {
        return with(key, row -> name(locale, name.apply(row), english.apply(row)));
    }

    /** A name in a language, in Chinese where it has no English one. */
    public static @Nullable String name(Locale locale, @Nullable String name, @Nullable String english) {
        return locale.getLanguage().equals("zh") || english == null || english.isBlank() ? name : english;
    }

    /** A column whose heading is the same in every language. */
    public Sheet<T> plain(String heading, Function<? super T, ? extends @Nullable Object> value) {
        columns.add(new Column<>(heading, value));
        return this;
    }

    /** A column that says a code in words, under the message {@code <prefix>.<code>}. */
    public Sheet<T> word(String key, String prefix, Function<? super T, ? extends @Nullable Object> code) {
        return with(key, row -> {
            var value = code.apply(row);
            return value == null ? null : say(prefix + "." + value);
        });
    }

    public String say(String key) {
        return messages.getMessage(key, null, locale);
    }

    public boolean chinese() {
        return locale.getLanguage().equals("zh");
    }

    public Export<T> over(String titleKey, Pieces<T> pieces) {
        return Export.of(say(titleKey), List.copyOf(columns), pieces);
    }

    public List<Column<T>> columns() {
        return List.copyOf(columns);
    }

}
