package io.cesm.domain.level;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The four levels side by side; a level nobody has read is missing, which is not 0.
 *
 * @param known the levels there are readings of
 */
public record FourLevels(Map<Level, LevelMean> known) {

    public FourLevels {
        var copy = new EnumMap<Level, LevelMean>(Level.class);
        copy.putAll(known);
        known = Collections.unmodifiableMap(copy);
    }

    /** Nothing is known. */
    public static FourLevels none() {
        return new FourLevels(Map.of());
    }

    /** The mean of a level, null if it is missing. */
    public @Nullable LevelMean of(Level level) {
        return known.get(level);
    }

    /** Which levels are there. */
    public Set<Level> levels() {
        return known.keySet();
    }

    public boolean isEmpty() {
        return known.isEmpty();
    }

    /**
     * {@code to − from} of the kept values: negative means that the later level falls
     * short of the earlier one. Null if one of them is missing.
     */
    public @Nullable BigDecimal gap(Level from, Level to) {
        var start = of(from);
        var end = of(to);
        return (start == null || end == null) ? null : end.value().subtract(start.value());
    }

    /**
     * The gap between the values as they are shown. Gaps of shown values add up to the
     * shown total and to the bars beside them; each differs from the exact one by less
     * than one unit of the last shown decimal.
     */
    public @Nullable BigDecimal shownGap(Level from, Level to) {
        var start = of(from);
        var end = of(to);
        return (start == null || end == null) ? null : end.shown().subtract(start.shown());
    }

    /** Satisfaction = perception − expectation. */
    public @Nullable BigDecimal satisfaction() {
        return gap(Level.E, Level.P);
    }

}
