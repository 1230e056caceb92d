package io.cesm.web.fielding.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import io.cesm.satisfaction.fielding.SurveyDetails;
import io.cesm.satisfaction.fielding.SurveyOrigin;
import io.cesm.satisfaction.fielding.SurveyRow;
import io.cesm.satisfaction.fielding.SurveySettings;
import io.cesm.satisfaction.fielding.SurveyState;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.SurveyKind;
import org.jspecify.annotations.Nullable;

/** One survey with all that is planned. */
record SurveyJson(UUID id, long version, String number, Map<String, String> title, SurveyOrigin origin, SurveyKind kind,
        SurveyState state, Anonymity anonymity, UUID questionnaire, int questionnaireVersion, @Nullable String wave,
        @Nullable LocalDate opensOn, @Nullable LocalDate closesOn, @Nullable UUID owner, @Nullable String ownerName,
        SurveySettings settings, boolean useForAppraisal, Instant createdAt, Instant changedAt) {

    static SurveyJson of(SurveyDetails it) {
        var owner = it.owner();
        return new SurveyJson(it.id().id(), it.version(), it.number(), it.title().by(), it.origin(), it.kind(),
                it.state(), it.anonymity(), it.questionnaire().id(), it.asked(), it.wave(), it.opensOn(), it.closesOn(),
                owner == null ? null : owner.id(), it.ownerName(), it.settings(), it.useForAppraisal(), it.createdAt(),
                it.changedAt());
    }

    /** A line of the list. */
    record Row(UUID id, String number, Map<String, String> title, SurveyOrigin origin, SurveyKind kind,
            SurveyState state, Anonymity anonymity, String questionnaire, int questionnaireVersion,
            @Nullable String wave, @Nullable LocalDate opensOn, @Nullable LocalDate closesOn, @Nullable String owner,
            long asked, long answered, Instant changedAt) {

        static Row of(SurveyRow it) {
            return new Row(it.id().id(), it.number(), it.title().by(), it.origin(), it.kind(), it.state(),
                    it.anonymity(), it.questionnaire(), it.version(), it.wave(), it.opensOn(), it.closesOn(),
                    it.owner(), it.asked(), it.answered(), it.changedAt());
        }

    }

}
