package io.cesm.satisfaction.questionnaire;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The points of a scale and the words at them.
 *
 * @param reversed whether the lowest point is the best one
 * @param low words at the lowest point
 * @param high words at the highest point
 * @param labels words at every point, or none
 */
public record Scale(int min, int max, boolean reversed, Words low, Words high, List<Words> labels) {

    public Scale {
        labels = List.copyOf(labels);
    }

    public int points() {
        return max - min + 1;
    }

    /** The points from low to high. */
    public List<Integer> values() {
        return IntStream.rangeClosed(min, max).boxed().toList();
    }

    /** The words at a point: its own label, or those at the ends. */
    public Words at(int point) {
        if (!labels.isEmpty()) {
            return labels.get(point - min);
        }
        return point == min ? low : point == max ? high : Words.NONE;
    }

    /** The level of an answer on 0 to 100, as the level ledger reckons it. */
    public BigDecimal level(int point) {
        return new io.cesm.domain.level.Scale(BigDecimal.valueOf(min), BigDecimal.valueOf(max), reversed)
            .level(BigDecimal.valueOf(point));
    }

    /** Whether answers on both can be put side by side. */
    boolean measuresLike(Scale other) {
        return min == other.min && max == other.max && reversed == other.reversed;
    }

}
