package io.cesm.satisfaction.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The items of questions: under which keys their answers stand, and which values they
 * take.
 */
final class Items {

    private Items() {
    }

    /** The keys of a question's answers, without the name a block is repeated for. */
    static List<String> keys(Question question) {
        var id = question.id();
        return switch (question) {
            case Question.Matrix it -> it.rows().stream().map(row -> id + "." + row.id()).toList();
            case Question.Pair it -> List.of(id + ".e", id + ".p");
            case Question.Kano it -> List.of(id + ".f", id + ".d");
            case Question.Ranking it -> it.options().stream().map(option -> id + "." + option.id()).toList();
            case Question.Statement it -> List.of();
            default -> List.of(id);
        };
    }

    /** The values an item can have, none if they cannot be listed. */
    static List<String> values(Question question) {
        var values = new ArrayList<String>();
        switch (question) {
            case Question.OnScale it -> points(it.scale()).forEach(values::add);
            case Question.Matrix it -> points(it.scale()).forEach(values::add);
            case Question.Pair it -> points(it.scale()).forEach(values::add);
            case Question.Kano it -> values.addAll(Question.Kano.CODES);
            case Question.Choice it -> it.options().forEach(option -> values.add(option.id()));
            case Question.Ranking it -> {
                for (int place = 1; place <= it.top(); place++) {
                    values.add(String.valueOf(place));
                }
            }
            case Question.Consent it -> values.add("yes");
            default -> {
            }
        }
        if (!values.isEmpty()) {
            question.head().na().forEach(code -> values.add(code.id()));
        }
        return values;
    }

    private static Stream<String> points(Scale scale) {
        return scale.values().stream().map(String::valueOf);
    }

}
