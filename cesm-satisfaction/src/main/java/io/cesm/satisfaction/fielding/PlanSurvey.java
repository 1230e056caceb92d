package io.cesm.satisfaction.fielding;

import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.people.StaffId;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;

/**
 * What a survey is to be.
 *
 * @param version number of the published version asked; null for the newest
 * @param title by language; what is missing is taken from the questionnaire
 * @param wave label of the wave, such as 2026 H2
 * @param opensOn null for the day it is opened
 * @param owner null for the one who plans it
 */
public record PlanSurvey(QuestionnaireId questionnaire, @Nullable Integer version, Map<String, String> title,
        @Nullable String wave, @Nullable LocalDate opensOn, @Nullable LocalDate closesOn, @Nullable StaffId owner,
        SurveySettings settings) {

    public PlanSurvey {
        title = Map.copyOf(title);
    }

}
