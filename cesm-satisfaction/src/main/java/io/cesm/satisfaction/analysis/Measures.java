package io.cesm.satisfaction.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.cesm.satisfaction.questionnaire.Definition;
import io.cesm.satisfaction.questionnaire.ItemRole;
import io.cesm.satisfaction.questionnaire.ItemRow;
import io.cesm.satisfaction.questionnaire.Question;
import io.cesm.satisfaction.questionnaire.QuestionType;
import io.cesm.satisfaction.questionnaire.Scale;
import io.cesm.satisfaction.questionnaire.Words;
import org.jspecify.annotations.Nullable;

/** The items of a questionnaire by the keys of their answers. */
public final class Measures {

    private static final BigDecimal LOWEST = BigDecimal.valueOf(-999);

    private static final BigDecimal HIGHEST = BigDecimal.valueOf(9999);

    private static final BigDecimal MOST_VALUES = BigDecimal.valueOf(1000);

    private final Definition definition;

    private final Map<String, Measure> byKey = new LinkedHashMap<>();

    private final Set<String> uncounted = new HashSet<>();

    private final Set<String> repeated = new HashSet<>();

    private final Map<String, Optional<Measure>> owns = new ConcurrentHashMap<>();

    private Measures(Definition definition) {
        this.definition = definition;
        definition.questions().forEach(this::add);
        definition.pages()
            .forEach(page -> page.blocks()
                .stream()
                .filter(it -> it.repeat() != null)
                .forEach(block -> block.questions().forEach(it -> repeated.add(it.id()))));
    }

    public static Measures of(Definition definition) {
        return new Measures(definition);
    }

    public Definition definition() {
        return definition;
    }

    public List<Measure> all() {
        return List.copyOf(byKey.values());
    }

    /** Those answered by a point on a scale, in the order they are asked. */
    public List<Measure> scales() {
        return byKey.values().stream().filter(Measure::isScale).toList();
    }

    /** The scales whose key is given, in the order they are asked. */
    public List<Measure> ofRole(ItemRole role) {
        return scales().stream().filter(it -> it.role() == role).toList();
    }

    /** The questions whose one chosen option can divide the respondents. */
    public List<Measure> choices() {
        return byKey.values().stream().filter(it -> it.type() == QuestionType.SINGLE).toList();
    }

    public List<Question.Pair> pairs() {
        return definition.questions()
            .stream()
            .filter(Question.Pair.class::isInstance)
            .map(Question.Pair.class::cast)
            .toList();
    }

    public List<Question.Kano> kanos() {
        return definition.questions()
            .stream()
            .filter(Question.Kano.class::isInstance)
            .map(Question.Kano.class::cast)
            .toList();
    }

    /** The item an answer belongs to; null if it is not counted. */
    public @Nullable Measure find(String key) {
        return byKey.get(base(key));
    }

    /** Whether something is asked of several suppliers. */
    boolean comparesRivals() {
        return !repeated.isEmpty();
    }

    /**
     * The item that asks of ourselves alone what another asks of several suppliers; null
     * without one.
     */
    @Nullable Measure own(Measure rival) {
        if (!repeated.contains(rival.question())) {
            return null;
        }
        return owns
            .computeIfAbsent(rival.key(), key -> scales().stream()
                .filter(it -> !repeated.contains(it.question()) && it.type() != QuestionType.PAIR
                        && it.role() != ItemRole.COMPETITOR)
                .filter(it -> it.type() == rival.type() || (it.dimension() != null && it.role() == ItemRole.PERCEPTION))
                .filter(it -> Objects.equals(it.dimension(), rival.dimension()))
                .filter(it -> it.requireScale().values().equals(rival.requireScale().values()))
                .findFirst())
            .orElse(null);
    }

    /** Whether the value under this key is one of few, so that it can be counted. */
    boolean counts(String key) {
        return !uncounted.contains(base(key));
    }

    /** Whether the question behind a key divides the respondents. */
    boolean divides(String key) {
        var measure = byKey.get(key);
        return measure != null && measure.type() == QuestionType.SINGLE;
    }

    /** The key without the name its block is repeated for. */
    public static String base(String key) {
        int at = key.indexOf('@');
        if (at < 0) {
            return key;
        }
        int dot = key.indexOf('.', at);
        return (dot < 0) ? key.substring(0, at) : key.substring(0, at) + key.substring(dot);
    }

    /** For whom its block is repeated; null if it is not. */
    public static @Nullable String each(String key) {
        int at = key.indexOf('@');
        if (at < 0) {
            return null;
        }
        int dot = key.indexOf('.', at);
        return (dot < 0) ? key.substring(at + 1) : key.substring(at + 1, dot);
    }

    private void add(Question question) {
        var head = question.head();
        switch (question) {
            case Question.OnScale it ->
                scale(it.id(), question, role(it.type(), head.role()), head.dimension(), it.scale(), head.text());
            case Question.Matrix it -> it.rows().forEach(row -> row(it, row));
            case Question.Pair it -> {
                scale(it.id() + ".e", question, ItemRole.EXPECTATION, head.dimension(), it.scale(), head.text());
                scale(it.id() + ".p", question, ItemRole.PERCEPTION, head.dimension(), it.scale(), head.text());
            }
            case Question.Kano it -> {
            }
            case Question.Ranking it ->
                it.options().forEach(option -> plain(it.id() + "." + option.id(), question, option.text()));
            case Question.Number it when isOfFew(it) -> scale(it.id(), question, head.role(), head.dimension(),
                    new Scale(bound(it.min()), bound(it.max()), false, Words.none(), Words.none(), List.of()),
                    head.text());
            case Question.Choice it -> plain(it.id(), question, head.text());
            case Question.Consent it -> plain(it.id(), question, head.text());
            default -> uncounted.add(question.id());
        }
    }

    /** Whole numbers of so few values that each can be counted, as points are. */
    private static boolean isOfFew(Question.Number it) {
        var min = it.min();
        var max = it.max();
        return it.decimals() == 0 && min != null && max != null && min.compareTo(LOWEST) >= 0
                && max.compareTo(HIGHEST) <= 0 && max.subtract(min).compareTo(MOST_VALUES) <= 0;
    }

    private static int bound(@Nullable BigDecimal value) {
        return (value == null) ? 0 : value.intValue();
    }

    private void row(Question.Matrix matrix, ItemRow row) {
        scale(matrix.id() + "." + row.id(), matrix, (row.role() == null) ? matrix.head().role() : row.role(),
                (row.dimension() == null) ? matrix.head().dimension() : row.dimension(), matrix.scale(), row.text());
    }

    private static @Nullable ItemRole role(QuestionType type, @Nullable ItemRole role) {
        return (role == null && type == QuestionType.IMPORTANCE) ? ItemRole.IMPORTANCE : role;
    }

    private void scale(String key, Question question, @Nullable ItemRole role, @Nullable String dimension, Scale scale,
            Words name) {
        byKey.put(key, new Measure(key, question.id(), question.type(), role, dimension, scale, name));
    }

    private void plain(String key, Question question, Words name) {
        byKey.put(key, new Measure(key, question.id(), question.type(), question.head().role(),
                question.head().dimension(), null, name));
    }

    List<String> pairIds() {
        var ids = new ArrayList<String>();
        pairs().forEach(it -> ids.add(it.id()));
        return ids;
    }

}
