package io.cesm.satisfaction.figures;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How far an experience has come: reliable, convenient, easy, efficient, pleasant. A rung
 * counts only if all rungs below it pass.
 *
 * @param reached the highest rung that counts; null if not even the lowest passes
 */
public record ExperienceLadder(double threshold, @Nullable Rung reached, List<Step> steps) {

    public enum Rung {

        RELIABLE, CONVENIENT, EASY, EFFICIENT, PLEASANT

    }

    /**
     * @param level 0–100; null if it was not asked
     * @param passes whether the level reaches the threshold
     * @param counts whether it and all below it pass
     */
    public record Step(Rung rung, @Nullable Double level, boolean passes, boolean counts) {
    }

    public ExperienceLadder {
        steps = List.copyOf(steps);
    }

    /**
     * @param levels of the rungs, 0–100; a rung that is not in it was not asked and does
     * not pass
     * @param threshold from which level a rung passes
     */
    public static ExperienceLadder of(Map<Rung, Double> levels, double threshold) {
        var known = new EnumMap<Rung, Double>(Rung.class);
        known.putAll(levels);
        var steps = new ArrayList<Step>();
        Rung reached = null;
        boolean below = true;
        for (var rung : Rung.values()) {
            Double level = known.get(rung);
            boolean passes = level != null && level >= threshold;
            below &= passes;
            reached = below ? rung : reached;
            steps.add(new Step(rung, level, passes, below));
        }
        return new ExperienceLadder(threshold, reached, steps);
    }

}
