package io.cesm.satisfaction.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.Definition;
import io.cesm.satisfaction.questionnaire.ItemRole;
import io.cesm.satisfaction.questionnaire.Question;
import io.cesm.satisfaction.questionnaire.Scale;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it was stored, with the questionnaire it answers.
 *
 * @param numbers points and quantities by key
 * @param codes chosen options and codes, by key
 * @param words what was written, by key
 */
public record TakenAnswer(UUID id, LocalDate on, UUID survey, boolean own, Anonymity anonymity, boolean anonymous,
        @Nullable CustomerId customer, @Nullable ContactId contact, @Nullable Instant at, @Nullable String language,
        Map<String, Integer> numbers, Map<String, List<String>> codes, Map<String, String> words,
        Map<String, String> segments, Definition definition) {

    public TakenAnswer {
        numbers = Map.copyOf(numbers);
        codes = Map.copyOf(codes);
        words = Map.copyOf(words);
        segments = Map.copyOf(segments);
    }

    /** Whether it may be known who gave it, if only to the office. */
    public boolean isByName() {
        return !anonymous && anonymity != Anonymity.ANONYMOUS;
    }

    /** The points given on scales about us; those about rivals are left out. */
    public List<ScaleAnswer> points() {
        var found = new ArrayList<ScaleAnswer>();
        numbers.forEach((key, point) -> {
            var parts = AnswerKeys.of(key);
            if (parts.each() == null) {
                definition.question(parts.question()).map(it -> point(key, parts, it, point)).ifPresent(found::add);
            }
        });
        found.sort(Comparator.comparing(ScaleAnswer::key));
        return found;
    }

    /** What was written in answer to open questions, and beside options. */
    public List<Comment> comments() {
        var found = new ArrayList<Comment>();
        words.forEach((key, text) -> {
            if (!text.isBlank() && isComment(key)) {
                found.add(new Comment(key, text.strip()));
            }
        });
        found.sort(Comparator.comparing(Comment::key));
        return found;
    }

    /** The longest comment, the one to show first. */
    public @Nullable Comment quote() {
        return comments().stream().max(Comparator.comparingInt(it -> it.text().length())).orElse(null);
    }

    private boolean isComment(String key) {
        return switch (definition.question(AnswerKeys.of(key).question()).orElse(null)) {
            case Question.Text it -> it.form() == Question.Text.Form.ANY;
            case Question.Choice _ -> true;
            case null, default -> false;
        };
    }

    private static @Nullable ScaleAnswer point(String key, AnswerKeys parts, Question question, int point) {
        var head = question.head();
        return switch (question) {
            case Question.OnScale it -> of(key, it, head.role(), head.dimension(), it.scale(), point);
            case Question.Matrix it -> it.rows()
                .stream()
                .filter(row -> row.id().equals(parts.part()))
                .findFirst()
                .map(row -> of(key, it, row.role() == null ? head.role() : row.role(),
                        row.dimension() == null ? head.dimension() : row.dimension(), it.scale(), point))
                .orElse(null);
            case Question.Pair it -> of(key, it, "e".equals(parts.part()) ? ItemRole.EXPECTATION : ItemRole.PERCEPTION,
                    head.dimension(), it.scale(), point);
            default -> null;
        };
    }

    private static @Nullable ScaleAnswer of(String key, Question question, @Nullable ItemRole role,
            @Nullable String dimension, Scale scale, int point) {
        if (point < scale.min() || point > scale.max()) {
            return null;
        }
        return new ScaleAnswer(key, question.type(), role, dimension, scale, point, scale.level(point));
    }

}
