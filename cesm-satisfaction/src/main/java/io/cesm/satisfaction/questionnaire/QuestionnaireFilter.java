package io.cesm.satisfaction.questionnaire;

import org.jspecify.annotations.Nullable;

/**
 * Which questionnaires to list.
 *
 * @param q part of the title or number
 */
public record QuestionnaireFilter(@Nullable String q, @Nullable SurveyKind kind, @Nullable QuestionnaireState state) {
}
