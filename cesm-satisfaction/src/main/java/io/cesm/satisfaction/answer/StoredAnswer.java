package io.cesm.satisfaction.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cesm.satisfaction.questionnaire.ItemAnswer;
import io.cesm.satisfaction.questionnaire.QuestionType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer as it is stored: items by key as numbers, codes and lists of codes, and words
 * by key.
 */
record StoredAnswer(Map<String, Object> items, Map<String, String> words) {

    static StoredAnswer of(List<ItemAnswer> found) {
        Map<String, Object> items = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        found.forEach(it -> add(it, items, words));
        return new StoredAnswer(items, words);
    }

    private static void add(ItemAnswer it, Map<String, Object> items, Map<String, String> words) {
        var code = it.code();
        if (it.number() != null) {
            items.put(it.key(), it.number());
        }
        else if (code != null && it.type() == QuestionType.MULTI && !it.none()) {
            list(items, it.key().substring(0, it.key().length() - code.length() - 1)).add(code);
            put(words, it.key(), it.text());
        }
        else if (code != null) {
            items.put(it.key(), code);
            put(words, it.type() == QuestionType.SINGLE ? it.key() + "." + code : it.key(), it.text());
        }
        else {
            put(words, it.key(), it.text());
        }
    }

    private static void put(Map<String, String> words, String key, @Nullable String text) {
        if (text != null) {
            words.put(key, text);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> items, String key) {
        return (List<Object>) items.computeIfAbsent(key, it -> new ArrayList<>());
    }

    String items(JsonMapper json) {
        return json.writeValueAsString(items);
    }

    String words(JsonMapper json) {
        return json.writeValueAsString(words);
    }

}
