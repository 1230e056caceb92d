package io.cesm.satisfaction.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.cesm.satisfaction.questionnaire.Option;
import io.cesm.satisfaction.questionnaire.Question;
import io.cesm.satisfaction.questionnaire.Scale;
import io.cesm.satisfaction.questionnaire.Words;
import org.jspecify.annotations.Nullable;

/** Says a stored answer question by question, in one language. */
public final class AnswerLines {

    private final TakenAnswer answer;

    private final String language;

    private AnswerLines(TakenAnswer answer, String language) {
        this.answer = answer;
        this.language = answer.definition().language(language);
    }

    /** What was answered, in the order of the questionnaire. */
    public static List<AnswerLine> of(TakenAnswer answer, String language) {
        return new AnswerLines(answer, language).lines();
    }

    private List<AnswerLine> lines() {
        var keys = new TreeSet<String>(answer.numbers().keySet());
        keys.addAll(answer.codes().keySet());
        keys.addAll(answer.words().keySet());
        var lines = new ArrayList<AnswerLine>();
        for (var question : answer.definition().questions()) {
            for (var key : keys) {
                var parts = AnswerKeys.of(key);
                if (parts.question().equals(question.id()) && !(question instanceof Question.File)) {
                    var line = line(question, key, parts);
                    if (line != null) {
                        lines.add(line);
                    }
                }
            }
        }
        return lines;
    }

    private @Nullable AnswerLine line(Question question, String key, AnswerKeys parts) {
        var about = heading(question, parts);
        var number = answer.numbers().get(key);
        if (number != null) {
            var scale = scale(question);
            return scale == null ? new AnswerLine(about, number.toString(), null, false)
                    : new AnswerLine(about, point(scale, number), scale.level(number), false);
        }
        var codes = answer.codes().get(key);
        if (codes != null) {
            return new AnswerLine(about,
                    codes.stream().map(it -> code(question, it)).collect(Collectors.joining(" · ")), null, false);
        }
        var words = answer.words().get(key);
        return words == null ? null : new AnswerLine(about, words, null, true);
    }

    private String heading(Question question, AnswerKeys parts) {
        var text = say(question.head().text());
        var part = parts.part() == null ? "" : part(question, parts.part());
        var each = parts.each() == null ? "" : " · " + parts.each();
        return (part.isEmpty() ? text : text.isEmpty() ? part : text + " · " + part) + each;
    }

    private String part(Question question, String part) {
        return switch (question) {
            case Question.Matrix it -> it.rows()
                .stream()
                .filter(row -> row.id().equals(part))
                .map(row -> say(row.text()))
                .findFirst()
                .orElse(part);
            case Question.Pair it -> say(part.equals("e") ? it.expected() : it.perceived());
            case Question.Kano it -> say(part.equals("f") ? it.functional() : it.dysfunctional());
            case Question.Choice it -> option(it.options(), part);
            case Question.Ranking it -> option(it.options(), part);
            default -> part;
        };
    }

    private String code(Question question, String code) {
        for (var none : question.head().na()) {
            if (none.id().equals(code)) {
                return say(none.text());
            }
        }
        return switch (question) {
            case Question.Choice it -> option(it.options(), code);
            case Question.Kano it -> {
                int i = Question.Kano.CODES.indexOf(code);
                yield i < 0 || i >= it.answers().size() ? code : say(it.answers().get(i));
            }
            case Question.Consent _ -> "✓";
            default -> code;
        };
    }

    private String option(List<Option> options, String id) {
        return options.stream().filter(it -> it.id().equals(id)).map(it -> say(it.text())).findFirst().orElse(id);
    }

    private String point(Scale scale, int point) {
        var label = point < scale.min() || point > scale.max() ? "" : say(scale.at(point));
        return point + " / " + scale.max() + (label.isEmpty() ? "" : " · " + label);
    }

    private static @Nullable Scale scale(Question question) {
        return switch (question) {
            case Question.OnScale it -> it.scale();
            case Question.Matrix it -> it.scale();
            case Question.Pair it -> it.scale();
            default -> null;
        };
    }

    /** What was filled in for each respondent is left open here. */
    private String say(Words words) {
        return words.in(language, answer.definition().languages()).replaceAll("\\{\\{[^}]*}}", "…");
    }

}
