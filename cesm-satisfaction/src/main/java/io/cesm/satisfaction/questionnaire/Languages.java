package io.cesm.satisfaction.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cesm.domain.kernel.UnknownThing;

/** Every text of a definition, its languages side by side. */
public final class Languages {

    private static final Set<String> WORDS = Set.of("title", "intro", "thanks", "text", "help", "low", "high",
            "expected", "perceived", "functional", "dysfunctional", "unit", "label");

    private static final Set<String> LISTS = Set.of("labels", "answers");

    private Languages() {
    }

    /**
     * One text.
     *
     * @param path where it stands, such as {@code pages.0.title}
     * @param field what sort of text it is
     * @param owner id of the question, block or page it belongs to
     */
    public record Place(String path, String field, String owner, Words words) {
    }

    /** All texts in the order in which they are met. */
    public static List<Place> places(Definition definition) {
        var found = new ArrayList<Place>();
        collect(DefinitionJson.tree(definition), "", "", found);
        return found;
    }

    /** The texts that are written in the first language but not in this one. */
    public static List<Place> missing(Definition definition, String language) {
        return places(definition).stream().filter(it -> !it.words().isIn(language)).toList();
    }

    /** How many of a hundred texts are written, by language. */
    public static Map<String, Integer> complete(Definition definition) {
        var places = places(definition);
        Map<String, Integer> complete = new LinkedHashMap<>();
        for (var language : definition.languages()) {
            long there = places.stream().filter(it -> it.words().isIn(language)).count();
            complete.put(language, places.isEmpty() ? 100 : (int) (100 * there / places.size()));
        }
        return complete;
    }

    /** The definition with other texts in one language; an empty text is taken away. */
    public static Definition write(Definition definition, String language, Map<String, String> texts) {
        var tree = DefinitionJson.tree(definition);
        texts.forEach((path, text) -> {
            var at = tree.at("/" + path.replace('.', '/'));
            if (!(at instanceof ObjectNode words)) {
                throw new UnknownThing();
            }
            if (text.isBlank()) {
                words.remove(language);
            }
            else {
                words.put(language, text);
            }
        });
        return DefinitionJson.read(tree);
    }

    /** The definition with one more language, still to be written, or one less. */
    public static Definition speak(Definition it, List<String> languages) {
        var kept = new LinkedHashSet<>(List.of(it.base()));
        kept.addAll(languages);
        return new Definition(List.copyOf(kept), it.title(), it.intro(), it.thanks(), it.pages());
    }

    private static void collect(JsonNode node, String path, String owner, List<Place> found) {
        var here = node.path("id").asString("").isEmpty() || path.matches(".*\\.(rows|options|na)\\.\\d+") ? owner
                : node.path("id").asString("");
        for (var each : node.properties()) {
            var where = path.isEmpty() ? each.getKey() : path + "." + each.getKey();
            if (WORDS.contains(each.getKey()) && each.getValue().isObject()) {
                found.add(place(where, each.getKey(), here, each.getValue()));
            }
            else if (LISTS.contains(each.getKey())) {
                for (int i = 0; i < each.getValue().size(); i++) {
                    found.add(place(where + "." + i, each.getKey(), here, each.getValue().get(i)));
                }
            }
            else if (each.getValue().isArray()) {
                for (int i = 0; i < each.getValue().size(); i++) {
                    collect(each.getValue().get(i), where + "." + i, here, found);
                }
            }
            else if (each.getValue().isObject()) {
                collect(each.getValue(), where, here, found);
            }
        }
    }

    private static Place place(String path, String field, String owner, JsonNode words) {
        Map<String, String> by = new LinkedHashMap<>();
        words.properties().forEach(it -> by.put(it.getKey(), it.getValue().asString("")));
        return new Place(path, field, owner, new Words(by));
    }

}
