package io.cesm.satisfaction.analysis;

/** A survey with what it asks. */
public record Survey(SurveyHead head, Measures measures) {
}
