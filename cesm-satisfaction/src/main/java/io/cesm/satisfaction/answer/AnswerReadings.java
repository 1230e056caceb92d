package io.cesm.satisfaction.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cesm.domain.level.Level;
import io.cesm.satisfaction.questionnaire.Definition;
import io.cesm.satisfaction.questionnaire.ItemRole;
import io.cesm.satisfaction.questionnaire.Question;
import io.cesm.satisfaction.questionnaire.Scale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The levels an answer states: per dimension the mean of what was expected, and of what
 * was perceived.
 */
final class AnswerReadings {

    private final JsonNode items;

    private final Map<Place, List<BigDecimal>> found = new LinkedHashMap<>();

    private AnswerReadings(JsonNode items) {
        this.items = items;
    }

    /** Where a level stands. */
    record Place(String dimension, Level level) {
    }

    static Map<Place, BigDecimal> of(Definition definition, JsonNode items) {
        var readings = new AnswerReadings(items);
        definition.questions().forEach(readings::question);
        Map<Place, BigDecimal> means = new LinkedHashMap<>();
        readings.found.forEach((place, all) -> means.put(place,
                all.stream()
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(BigDecimal.valueOf(all.size()), MathContext.DECIMAL64)));
        return means;
    }

    private void question(Question question) {
        var head = question.head();
        switch (question) {
            case Question.OnScale it -> add(it.id(), it.scale(), head.role(), head.dimension());
            case Question.Matrix it -> it.rows()
                .forEach(row -> add(it.id() + "." + row.id(), it.scale(), row.role() == null ? head.role() : row.role(),
                        row.dimension() == null ? head.dimension() : row.dimension()));
            case Question.Pair it -> {
                add(it.id() + ".e", it.scale(), ItemRole.EXPECTATION, head.dimension());
                add(it.id() + ".p", it.scale(), ItemRole.PERCEPTION, head.dimension());
            }
            default -> {
            }
        }
    }

    private void add(String key, Scale scale, @Nullable ItemRole role, @Nullable String dimension) {
        var level = role == ItemRole.EXPECTATION ? Level.E : role == ItemRole.PERCEPTION ? Level.P : null;
        var said = items.path(key);
        if (level != null && dimension != null && said.isIntegralNumber()) {
            found.computeIfAbsent(new Place(dimension, level), it -> new ArrayList<>())
                .add(scale.level(said.intValue()));
        }
    }

}
