package io.cesm.domain.level;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The levels of one customer in all its dimensions, and over all of them together.
 * <p>
 * Levels of different dimensions must not be set against each other: an expectation about
 * delivery says nothing about a perception of the price. So the four levels over all
 * dimensions are taken over one common basis, the dimensions in which the same levels are
 * known: the largest set of levels that at least one dimension has complete (of equally
 * large ones that with E and P, then E, then P, then D). A level outside of it is missing
 * there.
 *
 * @param dimensions the dimensions with readings
 * @param overall the levels over the basis, weighted by the importance of the dimensions
 * @param basis the codes of the dimensions the overall levels are taken over
 */
public record LevelsOverview(List<DimensionLevels> dimensions, FourLevels overall, List<String> basis) {

    private static final Comparator<Set<Level>> BETTER = Comparator.<Set<Level>>comparingInt(Set::size)
        .thenComparing(it -> it.contains(Level.E) && it.contains(Level.P))
        .thenComparing(it -> it.contains(Level.E))
        .thenComparing(it -> it.contains(Level.P))
        .thenComparing(it -> it.contains(Level.D));

    public LevelsOverview {
        dimensions = List.copyOf(dimensions);
        basis = List.copyOf(basis);
    }

    /** Adds up what the dimensions say. */
    public static LevelsOverview of(List<DimensionLevels> dimensions) {
        var read = dimensions.stream().filter(it -> !it.levels().isEmpty()).toList();
        var most = read.stream().map(it -> it.levels().levels()).max(BETTER).orElse(EnumSet.noneOf(Level.class));
        var basis = read.stream().filter(it -> it.levels().levels().containsAll(most)).toList();
        Map<Level, LevelMean> overall = new EnumMap<>(Level.class);
        for (var level : most) {
            overall.put(level, over(basis, level));
        }
        return new LevelsOverview(read, new FourLevels(overall),
                basis.stream().map(DimensionLevels::dimension).toList());
    }

    /** The levels of one dimension, all missing if nothing was read there. */
    public FourLevels of(@Nullable String dimension) {
        if (dimension == null) {
            return overall;
        }
        return dimensions.stream()
            .filter(it -> it.dimension().equals(dimension))
            .findFirst()
            .map(DimensionLevels::levels)
            .orElse(FourLevels.none());
    }

    private static LevelMean over(List<DimensionLevels> basis, Level level) {
        var weighted = BigDecimal.ZERO;
        var weight = BigDecimal.ZERO;
        var n = 0L;
        var readings = 0L;
        for (var dimension : basis) {
            var mean = dimension.levels().known().get(level);
            if (mean != null) {
                var importance = dimension.importance();
                weighted = weighted.add(importance.multiply(mean.value()));
                weight = weight.add(importance);
                n += mean.n();
                readings += mean.readings();
            }
        }
        return LevelMean.of(weighted, weight, n, readings);
    }

}
