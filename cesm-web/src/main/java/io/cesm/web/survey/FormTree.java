package io.cesm.web.survey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fields of a form whose names are paths, such as {@code options.0.text.en}, as the JSON
 * they stand for. It only puts together; what is wrong is said by whoever reads the JSON.
 */
final class FormTree {

    private static final Set<String> FLAGS = Set.of("required", "reversed", "shuffle", "fixed", "other", "exclusive",
            "lines", "picturesOnly", "any");

    private static final Set<String> NUMBERS = Set.of("min", "max", "decimals", "atLeast", "atMost", "top", "megabytes",
            "most");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,6})?");

    private static final Pattern SEPARATOR = Pattern.compile("[,，、;；\\n]+");

    /** Lists in which a line without words was left empty on purpose. */
    private static final Map<String, String> NEEDS = Map.of("options", "text", "rows", "text", "na", "text", "tests",
            "of");

    private final Map<String, Object> root = new TreeMap<>(FormTree::compare);

    private FormTree() {
    }

    static ObjectNode of(Map<String, String> fields) {
        var tree = new FormTree();
        fields.forEach((name, value) -> {
            if (!value.isBlank()) {
                tree.put(name.split("\\."), value.strip());
            }
        });
        var json = object(tree.root);
        letters(json);
        if (json.path("show").isObject() && !json.path("show").has("tests")) {
            json.remove("show");
        }
        if (json.path("repeat").isObject() && !json.path("repeat").has("over")) {
            json.remove("repeat");
        }
        return json;
    }

    private static int compare(String a, String b) {
        return number(a) && number(b) ? Integer.compare(Integer.parseInt(a), Integer.parseInt(b)) : a.compareTo(b);
    }

    private static boolean number(String text) {
        return text.matches("[0-9]{1,3}");
    }

    @SuppressWarnings("unchecked")
    private void put(String[] path, String value) {
        var at = root;
        for (int i = 0; i < path.length - 1; i++) {
            var next = at.computeIfAbsent(path[i], key -> new TreeMap<String, Object>(FormTree::compare));
            if (!(next instanceof Map<?, ?>)) {
                return;
            }
            at = (Map<String, Object>) next;
        }
        at.put(path[path.length - 1], value);
    }

    private static ObjectNode object(Map<String, Object> map) {
        var out = JsonNodeFactory.instance.objectNode();
        map.forEach((key, value) -> {
            var node = node(key, value);
            if (node != null) {
                out.set(key, node);
            }
        });
        return out;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable JsonNode node(String key, Object value) {
        var make = JsonNodeFactory.instance;
        if (value instanceof Map<?, ?> inner) {
            return inner.keySet().stream().allMatch(it -> number(it.toString()))
                    ? list(key, (Map<String, Object>) inner) : object((Map<String, Object>) inner);
        }
        var text = value.toString();
        if (FLAGS.contains(key)) {
            return text.equals("true") ? make.booleanNode(true) : null;
        }
        if (NUMBERS.contains(key) && NUMBER.matcher(text).matches()) {
            return text.contains(".") ? make.numberNode(new BigDecimal(text)) : make.numberNode(Long.parseLong(text));
        }
        if (key.equals("values")) {
            var all = make.arrayNode();
            SEPARATOR.splitAsStream(text).map(String::strip).filter(it -> !it.isEmpty()).forEach(all::add);
            return all;
        }
        return make.stringNode(text);
    }

    private static @Nullable JsonNode list(String key, Map<String, Object> lines) {
        var all = JsonNodeFactory.instance.arrayNode();
        int last = lines.keySet().stream().mapToInt(Integer::parseInt).max().orElse(-1);
        var gaps = key.equals("labels") || key.equals("answers");
        for (int i = 0; i <= last; i++) {
            var line = lines.get(String.valueOf(i));
            var node = line == null ? null : node(key, line);
            if (node == null && gaps) {
                all.addObject();
            }
            else if (node != null && filled(key, node)) {
                all.add(node);
            }
        }
        return all.isEmpty() ? null : all;
    }

    private static boolean filled(String key, JsonNode node) {
        var needs = NEEDS.get(key);
        return needs == null || node.has(needs);
    }

    /** Gives lines that have none a letter of their own, for the life of the question. */
    private static void letters(ObjectNode json) {
        for (var list : List.of("options", "rows", "na")) {
            var taken = new ArrayList<String>();
            json.path(list).forEach(it -> taken.add(it.path("id").asString("")));
            int n = 0;
            for (var each : json.path(list)) {
                if (each instanceof ObjectNode line && !line.has("id")) {
                    String id;
                    do {
                        n++;
                        id = list.equals("na") ? (n == 1 ? "na" : "na" + n) : list.charAt(0) + String.valueOf(n);
                    }
                    while (taken.contains(id));
                    taken.add(id);
                    line.put("id", id);
                }
            }
        }
    }

}
