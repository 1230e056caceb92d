package io.cesm.web.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cesm.web.panel.Panel;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What stands in a report: sections in their order, each in both languages. */
record PackContent(List<Section> sections) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    PackContent {
        sections = List.copyOf(sections);
    }

    /**
     * A section in one language.
     *
     * @param words what it says; people edit this
     */
    record Text(String title, String words, @Nullable Panel panel) {

        public List<String> lines() {
            return words.lines().filter(it -> !it.isBlank()).toList();
        }

    }

    /** A section by language. */
    record Section(String key, Map<String, Text> by) {

        public Text in(String language) {
            var text = by.get(language);
            return (text == null) ? by.values().iterator().next() : text;
        }

        Section with(String language, String words) {
            Map<String, Text> texts = new LinkedHashMap<>(by);
            var before = in(language);
            texts.put(language, new Text(before.title(), words, before.panel()));
            return new Section(key, texts);
        }

    }

    static PackContent read(String json) {
        return JSON.readValue(json, PackContent.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

}
