package io.cesm.satisfaction.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What became of each question from one version to another. */
public final class Comparison {

    private Comparison() {
    }

    /** What became of a question. */
    public enum Fate {

        SAME, CHANGED, NEW, GONE

    }

    /**
     * A value before and after.
     *
     * @param path where in the question, such as {@code text.en}
     */
    public record Difference(String path, @Nullable String before, @Nullable String after) {
    }

    /**
     * One question, before and after.
     *
     * @param moved whether it stands elsewhere
     * @param measures whether its answers could be put side by side at all
     */
    public record Line(String id, Fate fate, @Nullable Question before, @Nullable Question after, boolean moved,
            boolean measures, List<Difference> differences) {

        public Question question() {
            return Objects.requireNonNull(after != null ? after : before);
        }

    }

    /** All questions of both, in the order of the later one; what is gone comes last. */
    public static List<Line> of(Definition before, Definition after) {
        var lines = new ArrayList<Line>();
        var old = places(before);
        var now = places(after);
        for (var question : after.questions()) {
            var was = before.question(question.id()).orElse(null);
            if (was == null) {
                lines.add(new Line(question.id(), Fate.NEW, null, question, false, false, List.of()));
                continue;
            }
            var differences = differences(was, question);
            lines.add(new Line(question.id(), differences.isEmpty() ? Fate.SAME : Fate.CHANGED, was, question,
                    !Objects.equals(old.get(question.id()), now.get(question.id())), measures(was, question),
                    differences));
        }
        before.questions()
            .stream()
            .filter(it -> after.question(it.id()).isEmpty())
            .forEach(it -> lines.add(new Line(it.id(), Fate.GONE, it, null, false, false, List.of())));
        return lines;
    }

    private static Map<String, String> places(Definition definition) {
        Map<String, String> places = new LinkedHashMap<>();
        definition.pages()
            .forEach(page -> page.blocks()
                .forEach(block -> block.questions().forEach(question -> places.put(question.id(), block.id()))));
        return places;
    }

    /** Answers of another kind or on another scale can never be put side by side. */
    private static boolean measures(Question was, Question is) {
        if (was.type() != is.type()) {
            return false;
        }
        if (was instanceof Question.OnScale a && is instanceof Question.OnScale b) {
            return a.scale().measuresLike(b.scale());
        }
        if (was instanceof Question.Matrix a && is instanceof Question.Matrix b) {
            return a.scale().measuresLike(b.scale());
        }
        if (was instanceof Question.Pair a && is instanceof Question.Pair b) {
            return a.scale().measuresLike(b.scale());
        }
        return true;
    }

    private static List<Difference> differences(Question was, Question is) {
        Map<String, String> old = new TreeMap<>();
        Map<String, String> now = new TreeMap<>();
        flatten(DefinitionJson.tree(was), "", old);
        flatten(DefinitionJson.tree(is), "", now);
        var differences = new ArrayList<Difference>();
        var paths = new java.util.TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        for (var path : paths) {
            if (!path.equals("bank") && !Objects.equals(old.get(path), now.get(path))) {
                differences.add(new Difference(path, old.get(path), now.get(path)));
            }
        }
        return differences;
    }

    /** Parts with an id are named by it, so that a new order alone is no other text. */
    static void flatten(JsonNode node, String path, Map<String, String> into) {
        if (node.isObject()) {
            node.properties()
                .forEach(it -> flatten(it.getValue(), path.isEmpty() ? it.getKey() : path + "." + it.getKey(), into));
        }
        else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                var id = node.get(i).path("id").asString("");
                flatten(node.get(i), path + "." + (id.isEmpty() ? String.valueOf(i) : id), into);
            }
        }
        else {
            into.put(path, node.asString());
        }
    }

}
