package io.cesm.domain.level;

import java.math.BigDecimal;

/**
 * An answer scale and its way to 0–100: {@code 100·(x − min)/(max − min)}, turned round
 * when a small number is the good end.
 *
 * @param min the lowest answer of the scale
 * @param max the highest answer of the scale
 * @param reversed whether the lowest answer is the best one
 */
public record Scale(BigDecimal min, BigDecimal max, boolean reversed) {

    public Scale {
        if (min.compareTo(max) >= 0) {
            throw new IllegalArgumentException("A scale ends above its beginning, not " + min + " to " + max);
        }
    }

    /** A scale of whole numbers whose highest answer is the best one. */
    public static Scale of(long min, long max) {
        return new Scale(BigDecimal.valueOf(min), BigDecimal.valueOf(max), false);
    }

    /** The same numbers with the lowest answer as the best one. */
    public Scale turned() {
        return new Scale(min, max, !reversed);
    }

    /** Whether an answer lies on the scale at all. */
    public boolean contains(BigDecimal answer) {
        return answer.compareTo(min) >= 0 && answer.compareTo(max) <= 0;
    }

    /** The level of an answer; an answer outside of the scale is refused. */
    public BigDecimal level(BigDecimal answer) {
        if (!contains(answer)) {
            throw new IllegalArgumentException(answer + " is not on the scale " + min + " to " + max);
        }
        var climbed = reversed ? max.subtract(answer) : answer.subtract(min);
        return LevelValue.share(climbed, max.subtract(min));
    }

    /**
     * The level of the mean of answers, rounded once at the end: the mean of the rounded
     * levels would carry the rounding of every answer.
     */
    public BigDecimal levelOfMean(BigDecimal sum, long count) {
        var answers = BigDecimal.valueOf(count);
        var climbed = reversed ? max.multiply(answers).subtract(sum) : sum.subtract(min.multiply(answers));
        return LevelValue.share(climbed, max.subtract(min).multiply(answers));
    }

}
