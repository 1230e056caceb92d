package io.cesm.satisfaction.questionnaire;

import org.jspecify.annotations.Nullable;

/**
 * What a questionnaire is for.
 *
 * @param purpose what is decided with the answers
 */
public record Profile(SurveyKind kind, Anonymity anonymity, @Nullable String purpose) {
}
