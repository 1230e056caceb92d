package io.cesm.web.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says the values of the timeline in words, on pages and in files. */
@Component
public class FieldValues {

    private final Map<String, FieldWords> fields = new HashMap<>();

    private final MessageSource messages;

    FieldValues(List<FieldWords> features, MessageSource messages) {
        features.forEach(feature -> feature.types().forEach(type -> fields.put(type, feature)));
        this.messages = messages;
    }

    /**
     * A value as people say it: the word for a code, else the value itself.
     * @param type kind of record, such as EXPECTATION
     * @param field the field it was the value of
     */
    public @Nullable String say(String type, String field, @Nullable String value, Locale locale) {
        var words = fields.get(type);
        if (value == null || words == null) {
            return value;
        }
        var group = words.group(type, field);
        var word = group == null ? words.word(type, field, value, locale)
                : messages.getMessage(group + value, null, value, locale);
        return word == null ? value : word;
    }

}
