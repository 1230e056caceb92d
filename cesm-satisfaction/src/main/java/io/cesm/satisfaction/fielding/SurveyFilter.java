package io.cesm.satisfaction.fielding;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.people.StaffId;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.SurveyKind;

/**
 * Which surveys to list.
 *
 * @param q part of the title, wave or number
 */
public record SurveyFilter(@Nullable String q, @Nullable SurveyKind kind, @Nullable SurveyState state,
        @Nullable SurveyOrigin origin, @Nullable StaffId owner, @Nullable QuestionnaireId questionnaire) {

    public static SurveyFilter none() {
        return new SurveyFilter(null, null, null, null, null, null);
    }

}
