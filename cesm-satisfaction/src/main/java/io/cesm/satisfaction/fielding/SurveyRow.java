package io.cesm.satisfaction.fielding;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.SurveyKind;
import io.cesm.satisfaction.questionnaire.Words;

/**
 * One line of the list of surveys.
 *
 * @param asked how many people of the reader's customers were invited
 * @param answered how many of these have answered
 */
public record SurveyRow(SurveyId id, String number, Words title, SurveyOrigin origin, SurveyKind kind,
        SurveyState state, Anonymity anonymity, @Nullable String wave, @Nullable LocalDate opensOn,
        @Nullable LocalDate closesOn, @Nullable String owner, String questionnaire, int version, long asked,
        long answered, Instant changedAt) {

    /** The title in a reader's language, else in the one it has. */
    public String title(String language) {
        return title.in(language, java.util.List.of("en", "zh"));
    }

}
