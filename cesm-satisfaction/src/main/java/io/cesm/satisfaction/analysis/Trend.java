package io.cesm.satisfaction.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.ControlChart;
import io.cesm.satisfaction.figures.FigureMethod;
import org.jspecify.annotations.Nullable;

/**
 * How an item moved, over the months of a survey and over the waves of its questionnaire.
 *
 * @param control share of bad answers by month; null without an item
 * @param badUpTo the highest mark that counts as bad
 */
public record Trend(@Nullable String key, Map<String, String> name, FigureMethod method, List<Month> months,
        List<Wave> waves, @Nullable ControlChart control, int badUpTo) {

    static final Trend NONE = new Trend(null, Map.of(), FigureMethod.MEAN_T, List.of(), List.of(), null, 0);

    /** A month, and what it is to the month before. */
    public record Month(LocalDate month, Told figure, @Nullable Comparison change, Claim claim) {
    }

    /**
     * A wave, and what it is to the wave before.
     *
     * @param comparable whether the question is still the one of the wave before
     */
    public record Wave(UUID survey, String number, @Nullable String wave, Told figure, boolean comparable,
            @Nullable Comparison change, Claim claim) {
    }

}
