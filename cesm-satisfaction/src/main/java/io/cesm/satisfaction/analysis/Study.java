package io.cesm.satisfaction.analysis;

import java.util.List;

import io.cesm.satisfaction.figures.Drivers;
import io.cesm.satisfaction.figures.Figure;
import io.cesm.satisfaction.figures.Gap;
import io.cesm.satisfaction.figures.PathModelResult;
import io.cesm.satisfaction.figures.Reliability;
import org.jspecify.annotations.Nullable;

/** What is worked out from single answers. */
public final class Study {

    private Study() {
    }

    /**
     * Why there is no result, as the reader is told.
     *
     * @param code message key after {@code refusal.}
     */
    public record Why(String code, List<String> args) {
    }

    /**
     * Drivers of an outcome.
     *
     * @param of how many answers the survey has; if more than were read, they were drawn
     */
    public record OfDrivers(@Nullable Drivers drivers, long of, @Nullable Why why) {
    }

    /** The reliability of the groups of items of a survey. */
    public record OfReliability(List<Group> groups) {
    }

    /**
     * Items that should measure one thing.
     *
     * @param group a dimension or the id of a question
     */
    public record Group(String group, List<String> items, @Nullable Reliability reliability, @Nullable Why why) {
    }

    /**
     * Gaps of dimensions and of the whole.
     *
     * @param weighted by the importance customers gave; null if they were not asked
     * @param weights in the order of the parts of the whole
     */
    public record OfGaps(@Nullable Gap overall, @Nullable Gap weighted, List<Double> weights) {
    }

    /** Indices of the ACSI and ECSI type. */
    public record OfIndex(@Nullable Figure acsiType, List<String> acsiItems, @Nullable PathModelResult ecsi,
            @Nullable Why why) {
    }

}
