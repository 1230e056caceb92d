package io.cesm.satisfaction;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.level.Scale;

/**
 * One item of a survey.
 *
 * @param name what it asks for
 * @param dimension code of its dimension
 * @param expected the scale of the expected answer, if it asks for that
 * @param perceived the scale of the perceived answer, if it asks for that
 */
public record SurveyItem(String name, String dimension, @Nullable Scale expected, @Nullable Scale perceived) {

    /** Whether it asks for both, so that only pairs of answers count. */
    public boolean paired() {
        return expected != null && perceived != null;
    }

}
