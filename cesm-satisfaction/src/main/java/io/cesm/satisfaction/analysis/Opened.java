package io.cesm.satisfaction.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.cesm.satisfaction.figures.Figure;
import io.cesm.satisfaction.figures.Histogram;
import io.cesm.satisfaction.questionnaire.ItemRole;
import io.cesm.satisfaction.questionnaire.QuestionType;
import org.jspecify.annotations.Nullable;

/**
 * A survey opened at some of its answers.
 *
 * @param parts respondents of every kind and part of the whole survey
 * @param hidden items that would give somebody away; {@code ""} for all
 * @param series the surveys of the same questionnaire, the first first
 */
public record Opened(Survey survey, Filter filter, Map<String, Map<String, Long>> parts, Map<LocalDate, Long> months,
        Cells cells, Set<String> hidden, List<SurveyHead> series) {

    /** An item as it was answered: the measure, and for whom its block was repeated. */
    public record Item(String key, Measure measure, @Nullable String each) {
    }

    public UUID id() {
        return survey.head().id();
    }

    public boolean hides(String item) {
        return hidden.contains(Counting.RESPONDENTS) || hidden.contains(item);
    }

    /** Whether all of it is hidden. */
    public boolean closed() {
        return hidden.contains(Counting.RESPONDENTS);
    }

    public Told told(String item, Figure figure) {
        return Told.of(figure, hides(item));
    }

    public Histogram histogram(Item item) {
        return cells.histogram(item.key(), item.measure().requireScale());
    }

    /** The scale items somebody answered, in the order they were asked. */
    public List<Item> items() {
        var items = new ArrayList<Item>();
        for (var measure : survey.measures().scales()) {
            for (var key : cells.keys()) {
                if (Measures.base(key).equals(measure.key())) {
                    items.add(new Item(key, measure, Measures.each(key)));
                }
            }
        }
        return items;
    }

    /** Those a survey is read by: neither halves of pairs nor about rivals. */
    public List<Item> ownItems() {
        return items().stream()
            .filter(it -> it.measure().type() != QuestionType.PAIR && it.measure().role() != ItemRole.COMPETITOR
                    && it.each() == null)
            .toList();
    }

    /** The item with this key, else the one the survey is known by; null without any. */
    public @Nullable Item item(@Nullable String key) {
        var all = items();
        for (var item : all) {
            if (item.key().equals(key)) {
                return item;
            }
        }
        return ownItems().stream()
            .filter(it -> it.measure().type() == QuestionType.NPS)
            .findFirst()
            .or(() -> ownItems().stream().filter(it -> it.measure().headline()).findFirst())
            .or(() -> ownItems().stream().findFirst())
            .or(() -> all.stream().findFirst())
            .orElse(null);
    }

    /** The survey before this one in its series; null for the first. */
    public @Nullable SurveyHead before() {
        SurveyHead before = null;
        for (var each : series) {
            if (each.id().equals(id())) {
                return before;
            }
            before = each;
        }
        return before;
    }

}
