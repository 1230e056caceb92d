package io.cesm.satisfaction.questionnaire;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What a respondent has said, by key of the item; nothing is kept that is blank. */
public record Answers(Map<String, List<String>> values) {

    public Answers {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        values.forEach((key, all) -> {
            var some = all.stream().map(String::strip).filter(it -> !it.isEmpty()).distinct().toList();
            if (!some.isEmpty()) {
                kept.put(key, some);
            }
        });
        values = Collections.unmodifiableMap(kept);
    }

    public static Answers none() {
        return new Answers(Map.of());
    }

    public @Nullable String one(String key) {
        return all(key).stream().findFirst().orElse(null);
    }

    public List<String> all(String key) {
        return values.getOrDefault(key, List.of());
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** These answers with those of a page in place of what it said before. */
    public Answers with(Collection<String> ofPage, Answers said) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        ofPage.forEach(more::remove);
        said.values.forEach((key, all) -> {
            if (ofPage.contains(key)) {
                more.put(key, all);
            }
        });
        return new Answers(more);
    }

    /** Only what was said under these keys. */
    public Answers only(Collection<String> keys) {
        Map<String, List<String>> some = new LinkedHashMap<>(values);
        some.keySet().retainAll(keys);
        return new Answers(some);
    }

}
