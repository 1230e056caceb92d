package io.cesm.web.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

import io.cesm.satisfaction.questionnaire.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What stands in the fields of a form, and what is wrong with them.
 *
 * @param values by name of the field
 * @param languages in which texts are written, side by side
 */
public record Fields(Map<String, String> values, List<Fault> faults, List<String> languages) {

    static Fields of(JsonNode json, List<String> languages) {
        Map<String, String> values = new LinkedHashMap<>();
        flatten(json, "", values);
        return new Fields(values, List.of(), languages);
    }

    static Fields sent(Map<String, String> sent, List<Fault> faults, List<String> languages) {
        return new Fields(new LinkedHashMap<>(sent), faults, languages);
    }

    private static void flatten(JsonNode node, String path, Map<String, String> into) {
        if (path.endsWith("values") && node.isArray()) {
            into.put(path, node.values().stream().map(JsonNode::asString).reduce((a, b) -> a + ", " + b).orElse(""));
        }
        else if (node.isObject()) {
            node.properties()
                .forEach(it -> flatten(it.getValue(), path.isEmpty() ? it.getKey() : path + "." + it.getKey(), into));
        }
        else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(node.get(i), path + "." + i, into);
            }
        }
        else {
            into.put(path, node.asString());
        }
    }

    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean is(String name) {
        return "true".equals(values.get(name));
    }

    /** What is wrong at a field, or inside of it. */
    public List<Fault> wrong(String name) {
        return faults.stream().filter(it -> it.path().equals(name)).toList();
    }

    /** The field in which a fault can be mended, null if there is none for it alone. */
    @Nullable String anchor(String path) {
        if (values.containsKey(path)) {
            return path;
        }
        var words = path + "." + (languages.isEmpty() ? "" : languages.getFirst());
        return values.containsKey(words) ? words : null;
    }

    /** Numbers of the lines of a list: those that are there, and some empty ones. */
    public List<Integer> lines(String list, int more) {
        var there = new TreeSet<Integer>();
        values.keySet()
            .stream()
            .filter(it -> it.startsWith(list + "."))
            .map(it -> it.substring(list.length() + 1).split("\\.", 2)[0])
            .filter(it -> it.matches("[0-9]{1,3}"))
            .forEach(it -> there.add(Integer.parseInt(it)));
        int next = there.isEmpty() ? 0 : there.last() + 1;
        var all = new ArrayList<>(there);
        IntStream.range(next, next + more).forEach(all::add);
        return all;
    }

    /** The same with one line moved up or down. */
    Fields moved(String list, int line, boolean up) {
        int other = up ? line - 1 : line + 1;
        Map<String, String> moved = new LinkedHashMap<>();
        values.forEach((name, value) -> moved.put(renamed(name, list, line, other), value));
        return new Fields(moved, faults, languages);
    }

    private static String renamed(String name, String list, int a, int b) {
        var first = list + "." + a + ".";
        var second = list + "." + b + ".";
        return name.startsWith(first) ? second + name.substring(first.length())
                : name.startsWith(second) ? first + name.substring(second.length()) : name;
    }

    /** The first of these that has a text, for a heading. */
    public @Nullable String any(String name) {
        return languages.stream().map(it -> get(name + "." + it)).filter(it -> !it.isEmpty()).findFirst().orElse(null);
    }

}
