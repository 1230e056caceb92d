package io.cesm.domain.level;

import java.math.BigDecimal;

/**
 * The way of something measured (hours, ppm, percent) to 0–100: the value nobody would
 * accept is 0, the ideal one is 100, linear between them and clipped beyond. Which of the
 * two is the greater number does not matter.
 *
 * @param unacceptable the measured value that is worth 0
 * @param ideal the measured value that is worth 100
 */
public record TwoAnchors(BigDecimal unacceptable, BigDecimal ideal) {

    public TwoAnchors {
        if (unacceptable.compareTo(ideal) == 0) {
            throw new IllegalArgumentException("The two anchors differ, they are not both " + ideal);
        }
    }

    /** The level of a measured value. */
    public BigDecimal level(BigDecimal measured) {
        var level = LevelValue.share(measured.subtract(unacceptable), ideal.subtract(unacceptable));
        return level.max(LevelValue.LOWEST).min(LevelValue.HIGHEST);
    }

}
