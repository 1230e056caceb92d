package io.cesm.web.level;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.cesm.domain.level.DimensionLevels;
import io.cesm.domain.level.FourLevels;
import io.cesm.domain.level.Level;
import org.jspecify.annotations.Nullable;

/**
 * A dimension in the heat map: its levels, and the gaps with how strongly they are
 * coloured.
 */
record HeatRow(String dimension, String name, FourLevels levels, List<Gap> gaps) {

    /**
     * One gap.
     *
     * @param value as shown, null if it cannot be told
     * @param tone m3 (much lost) to p3 (much gained), or none
     */
    record Gap(Level from, Level to, @Nullable BigDecimal value, String tone) {

        static Gap of(FourLevels levels, Level from, Level to) {
            var value = levels.shownGap(from, to);
            return new Gap(from, to, value, (value == null) ? "none" : HeatRow.tone(value));
        }

    }

    static HeatRow of(DimensionLevels dimension, Map<String, String> names) {
        return of(dimension.dimension(), names.getOrDefault(dimension.dimension(), dimension.dimension()),
                dimension.levels());
    }

    static HeatRow of(String code, String name, FourLevels levels) {
        var gaps = Stream.of(Gap.of(levels, Level.E, Level.C), Gap.of(levels, Level.C, Level.D),
                Gap.of(levels, Level.D, Level.P), Gap.of(levels, Level.E, Level.P));
        return new HeatRow(code, name, levels, gaps.toList());
    }

    /** How strongly a gap is coloured. */
    static String tone(BigDecimal gap) {
        var size = gap.abs().doubleValue();
        var step = (size >= 20) ? 3 : (size >= 10) ? 2 : (size >= 5) ? 1 : 0;
        return (step == 0) ? "0" : ((gap.signum() < 0) ? "m" : "p") + step;
    }

}
