package io.cesm.satisfaction.questionnaire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text in the languages of a questionnaire; a language that is missing is not yet
 * written.
 */
public record Words(Map<String, String> by) {

    static final Words NONE = new Words(Map.of());

    public Words {
        by = Collections.unmodifiableMap(new LinkedHashMap<>(by));
    }

    /** A text that is not there. */
    public static Words none() {
        return NONE;
    }

    /** The same text in Chinese and English. */
    static Words of(String chinese, String english) {
        Map<String, String> both = new LinkedHashMap<>();
        both.put("zh", chinese);
        both.put("en", english);
        return new Words(both);
    }

    public boolean isEmpty() {
        return by.isEmpty();
    }

    public boolean isIn(String language) {
        return by.containsKey(language);
    }

    /** The text in a language, empty if it is not written. */
    public String in(String language) {
        return by.getOrDefault(language, "");
    }

    /** The text in the first of these languages that has one, else in any. */
    public String in(String language, List<String> others) {
        if (by.containsKey(language)) {
            return in(language);
        }
        for (var other : others) {
            if (by.containsKey(other)) {
                return in(other);
            }
        }
        return by.values().stream().findFirst().orElse("");
    }

}
