package io.cesm.web.level;

import java.math.BigDecimal;

import io.cesm.domain.level.FourLevels;
import io.cesm.domain.level.Level;
import org.jspecify.annotations.Nullable;

/** What a cell of the table of levels says: a gap, or a level. */
enum Figure {

    SATISFACTION(Level.E, Level.P), COMMITMENT(Level.E, Level.C), DELIVERY(Level.C, Level.D),
    PERCEPTION(Level.D, Level.P), E(null, Level.E), C(null, Level.C), D(null, Level.D), P(null, Level.P);

    private final @Nullable Level from;

    private final Level to;

    Figure(@Nullable Level from, Level to) {
        this.from = from;
        this.to = to;
    }

    public boolean isGap() {
        return from != null;
    }

    /** The level whose readings a cell leads to; null for a gap, which stands on two. */
    public @Nullable Level level() {
        return isGap() ? null : to;
    }

    /** What is shown, null if it cannot be told. */
    @Nullable BigDecimal shown(FourLevels levels) {
        if (from != null) {
            return levels.shownGap(from, to);
        }
        var mean = levels.of(to);
        return (mean == null) ? null : mean.shown();
    }

    /** How many answers stand behind it: of a gap, those of the thinner level. */
    long n(FourLevels levels) {
        var end = levels.of(to);
        var start = (from != null) ? levels.of(from) : end;
        return (start == null || end == null) ? 0 : Math.min(start.n(), end.n());
    }

}
