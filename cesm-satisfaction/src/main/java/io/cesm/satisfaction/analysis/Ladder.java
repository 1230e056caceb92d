package io.cesm.satisfaction.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.cesm.satisfaction.figures.Confidence;
import io.cesm.satisfaction.figures.ExperienceLadder;
import io.cesm.satisfaction.figures.ExperienceLadder.Rung;
import io.cesm.satisfaction.figures.Mean;
import io.cesm.satisfaction.questionnaire.ItemRole;
import io.cesm.satisfaction.questionnaire.QuestionType;
import org.jspecify.annotations.Nullable;

/**
 * How far an experience has come, by one item per rung.
 *
 * @param rungs the lowest first
 */
public record Ladder(double threshold, @Nullable Rung reached, List<Step> rungs) {

    /** From which level a rung passes unless something else is chosen. */
    public static final int USUAL = 70;

    private static final Map<Rung, String> BY_DIMENSION = Map.of(Rung.RELIABLE, "delivery", Rung.CONVENIENT,
            "service_response", Rung.EFFICIENT, "technical_support", Rung.PLEASANT, "communication");

    /**
     * A rung.
     *
     * @param key the item it is read by; null if there is none
     * @param level 0–100 with its interval
     */
    public record Step(Rung rung, @Nullable String key, @Nullable Told level, boolean passes, boolean counts) {
    }

    /**
     * @param chosen an item per rung, lowest first; an empty list to begin with what fits
     */
    public static Ladder of(Opened opened, List<String> chosen, double threshold) {
        var keys = new EnumMap<Rung, String>(Rung.class);
        for (var rung : Rung.values()) {
            var wanted = (chosen.size() > rung.ordinal()) ? chosen.get(rung.ordinal()) : "";
            opened.ownItems()
                .stream()
                .filter(it -> it.key().equals(wanted))
                .findFirst()
                .or(() -> chosen.isEmpty() ? fitting(opened, rung) : Optional.empty())
                .ifPresent(it -> keys.put(rung, it.key()));
        }
        var told = new EnumMap<Rung, Told>(Rung.class);
        var levels = new EnumMap<Rung, Double>(Rung.class);
        keys.forEach((rung,
                key) -> opened.ownItems().stream().filter(it -> it.key().equals(key)).findFirst().ifPresent(item -> {
                    var level = opened.told(key, Mean.index(opened.histogram(item), Confidence.NINETY_FIVE));
                    told.put(rung, level);
                    var value = level.value();
                    if (value != null) {
                        levels.put(rung, value);
                    }
                }));
        var ladder = ExperienceLadder.of(levels, threshold);
        var rungs = new ArrayList<Step>();
        ladder.steps()
            .forEach(it -> rungs
                .add(new Step(it.rung(), keys.get(it.rung()), told.get(it.rung()), it.passes(), it.counts())));
        return new Ladder(threshold, ladder.reached(), rungs);
    }

    private static Optional<Opened.Item> fitting(Opened opened, Rung rung) {
        var items = opened.ownItems().stream().filter(it -> it.measure().role() != ItemRole.IMPORTANCE).toList();
        if (rung == Rung.EASY) {
            return items.stream().filter(it -> it.measure().type() == QuestionType.CES).findFirst();
        }
        return items.stream()
            .filter(it -> it.measure().role() == ItemRole.PERCEPTION
                    && BY_DIMENSION.getOrDefault(rung, "").equals(it.measure().dimension()))
            .findFirst();
    }

}
