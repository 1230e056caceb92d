package io.cesm.perception;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.level.FourLevels;
import io.cesm.domain.level.Level;

/**
 * The satisfaction gap taken apart: {@code P − E = (P − D) + (D − C) + (C − E)}, exactly,
 * as kept and as shown. Where a level is missing, the steps on both sides of it are one
 * undivided step; nothing is ever filled in.
 *
 * @param levels the four levels
 * @param steps the steps between the known ones, from expected to perceived
 */
public record GapWaterfall(FourLevels levels, List<GapStep> steps) {

    public GapWaterfall {
        steps = List.copyOf(steps);
    }

    /** Takes the gap between levels apart. */
    public static GapWaterfall of(FourLevels levels) {
        var steps = new ArrayList<GapStep>();
        Level before = null;
        for (var level : levels.levels()) {
            if (before != null) {
                steps.add(step(levels, before, level));
            }
            before = level;
        }
        return new GapWaterfall(levels, steps);
    }

    private static GapStep step(FourLevels levels, Level from, Level to) {
        var exact = levels.gap(from, to);
        var shown = levels.shownGap(from, to);
        if (exact == null || shown == null) {
            throw new IllegalStateException("A step lies between two known levels");
        }
        return new GapStep(from, to, exact, shown, Process.between(from, to));
    }

    /** P − E as shown; null if one of the two is missing. */
    public @Nullable BigDecimal shownTotal() {
        return levels.shownGap(Level.E, Level.P);
    }

    /** The gap of one process as shown; null if it cannot be told. */
    public @Nullable BigDecimal shown(Process process) {
        return levels.shownGap(process.from(), process.to());
    }

    /** The levels nobody has read. */
    public Set<Level> missing() {
        var missing = EnumSet.allOf(Level.class);
        missing.removeAll(levels.levels());
        return missing;
    }

    /** The step that costs most, if any step costs something; of equal ones the first. */
    public Optional<GapStep> worst() {
        return steps.stream().filter(GapStep::loses).min(Comparator.comparing(GapStep::exact));
    }

    /** What the picture says, for a sentence under it. */
    public Finding finding() {
        return Finding.of(this);
    }

}
