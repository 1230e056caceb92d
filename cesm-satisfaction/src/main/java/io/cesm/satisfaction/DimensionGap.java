package io.cesm.satisfaction;

import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.Figure;

/**
 * Perceived less expected in one dimension of a survey, on 0–100, with its interval and
 * whether it differs from nothing by more than chance.
 *
 * @param gap n is the number of respondents with at least one pair of answers
 * @param test paired t, judged together with the other dimensions of the survey
 */
public record DimensionGap(String dimension, int items, Figure gap, Comparison test) {

    /** What may be said of it at the five-percent level. */
    public Comparison.Verdict verdict() {
        return test.verdict(0.05);
    }

}
