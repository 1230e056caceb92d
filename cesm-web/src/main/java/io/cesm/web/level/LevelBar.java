package io.cesm.web.level;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import io.cesm.domain.level.Level;
import io.cesm.domain.level.LevelMean;
import io.cesm.perception.GapStep;
import io.cesm.perception.GapWaterfall;
import org.jspecify.annotations.Nullable;

/**
 * One row of the waterfall: a level and the step that leads to it from the last known
 * one.
 *
 * @param level which level
 * @param mean what was read, null if nothing
 * @param step the step that leads here, null at the first known level
 * @param start where the step's piece begins on 0–100
 * @param length how long it is
 */
record LevelBar(Level level, @Nullable LevelMean mean, @Nullable GapStep step, BigDecimal start, BigDecimal length) {

    private static final int DIRECTIONAL = 10;

    static List<LevelBar> of(GapWaterfall waterfall) {
        var bars = new ArrayList<LevelBar>();
        for (var level : Level.values()) {
            var step = waterfall.steps().stream().filter(it -> it.to() == level).findFirst().orElse(null);
            bars.add(bar(level, waterfall.levels().of(level), step));
        }
        return bars;
    }

    private static LevelBar bar(Level level, @Nullable LevelMean mean, @Nullable GapStep step) {
        if (mean == null || step == null) {
            return new LevelBar(level, mean, null, BigDecimal.ZERO, BigDecimal.ZERO);
        }
        var before = mean.shown().subtract(step.shown());
        return new LevelBar(level, mean, step, before.min(mean.shown()), step.shown().abs());
    }

    /** Whether so few answers stand behind it that it only shows a direction. */
    public boolean isFew() {
        return mean != null && mean.n() < DIRECTIONAL;
    }

    public boolean isLoss() {
        return step != null && step.loses();
    }

}
