package io.cesm.satisfaction.fielding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.people.StaffId;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.SurveyKind;
import io.cesm.satisfaction.questionnaire.Words;

/**
 * One survey as pages and programs read it.
 *
 * @param versionId the frozen version that is asked
 * @param asked number of that version
 */
public record SurveyDetails(SurveyId id, long version, String number, Words title, SurveyOrigin origin, SurveyKind kind,
        SurveyState state, Anonymity anonymity, QuestionnaireId questionnaire, String questionnaireNumber,
        Words questionnaireTitle, UUID versionId, int asked, @Nullable String wave, @Nullable LocalDate opensOn,
        @Nullable LocalDate closesOn, @Nullable StaffId owner, @Nullable String ownerName, SurveySettings settings,
        boolean useForAppraisal, Instant createdAt, @Nullable String createdBy, Instant changedAt) {

    /** The title in a reader's language, else in the one it has. */
    public String title(String language) {
        return title.in(language, List.of("en", "zh"));
    }

    public boolean isOwn() {
        return origin == SurveyOrigin.OWN;
    }

    public boolean isAnonymous() {
        return anonymity == Anonymity.ANONYMOUS;
    }

    /** Whether what is planned may still be changed. */
    public boolean isOpenToChange() {
        return isOwn() && (state == SurveyState.DRAFT || state == SurveyState.FIELDED);
    }

}
