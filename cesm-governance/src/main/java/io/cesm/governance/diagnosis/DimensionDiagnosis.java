package io.cesm.governance.diagnosis;

import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.Figure;
import io.cesm.satisfaction.figures.ServiceGap;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a dimension beside what was diagnosed in it.
 *
 * @param gap mean of P − E over the customers of whom both are known, with its interval
 * @param test against no gap
 * @param cases diagnosed cases
 * @param leading the gap most of them have
 */
public record DimensionDiagnosis(String dimension, Figure gap, Comparison test, long cases,
        @Nullable ServiceGap leading) {
}
