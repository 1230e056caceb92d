package io.cesm.web.level;

import java.math.BigDecimal;
import java.util.List;

import io.cesm.domain.level.FourLevels;
import io.cesm.domain.level.LevelCustomer;
import org.jspecify.annotations.Nullable;

/**
 * Customers × dimensions.
 *
 * @param dimensions the columns after the one over all dimensions
 */
record LevelTable(List<String> dimensions, List<Row> rows) {

    private static final int DIRECTIONAL = 10;

    /** A customer and its cells; the first one is over all dimensions. */
    record Row(LevelCustomer customer, List<Cell> cells) {
    }

    /** One figure. */
    record Cell(@Nullable String dimension, @Nullable BigDecimal value, long n, String tone) {

        static Cell of(@Nullable String dimension, FourLevels levels, Figure figure) {
            var value = figure.shown(levels);
            return new Cell(dimension, value, figure.n(levels), figure.isGap() ? tone(value) : "none");
        }

        public boolean isFew() {
            return n < DIRECTIONAL;
        }

        private static String tone(@Nullable BigDecimal gap) {
            return (gap == null) ? "none" : HeatRow.tone(gap);
        }

    }

}
