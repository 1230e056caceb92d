package io.cesm.web.fielding.api;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.cesm.domain.people.StaffId;
import io.cesm.satisfaction.fielding.ConsentRule;
import io.cesm.satisfaction.fielding.MailText;
import io.cesm.satisfaction.fielding.PlanSurvey;
import io.cesm.satisfaction.fielding.SurveySettings;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What a survey is to be.
 *
 * @param questionnaireVersion null for the newest published one
 */
record SurveyBody(@NotNull UUID questionnaire, @Nullable Integer questionnaireVersion,
        @Nullable Map<String, String> title, @Nullable String wave, @Nullable LocalDate opensOn,
        @Nullable LocalDate closesOn, @Nullable UUID owner, @Valid @Nullable Settings settings) {

    /** How it is carried out; what is missing is as usual. */
    record Settings(@Nullable Integer linkDays, @Nullable Integer reminders, @Nullable Integer remindAfterDays,
            @Nullable Boolean guarded, @Nullable ConsentRule consent, @Nullable Map<String, Text> invitation,
            @Nullable Map<String, Text> reminder) {

        SurveySettings wish() {
            var usual = SurveySettings.usual();
            return new SurveySettings(linkDays == null ? usual.linkDays() : linkDays,
                    reminders == null ? usual.reminders() : reminders,
                    remindAfterDays == null ? usual.remindAfterDays() : remindAfterDays,
                    guarded == null ? usual.guarded() : guarded, consent == null ? usual.consent() : consent,
                    texts(invitation), texts(reminder));
        }

        private static Map<String, MailText> texts(@Nullable Map<String, Text> given) {
            Map<String, MailText> texts = new HashMap<>();
            if (given != null) {
                given.forEach((language, it) -> texts.put(language,
                        new MailText(it.subject() == null ? "" : it.subject(), it.body() == null ? "" : it.body())));
            }
            return texts;
        }

    }

    /** What a mail says. */
    record Text(@Nullable String subject, @Nullable String body) {
    }

    PlanSurvey wish() {
        return new PlanSurvey(new QuestionnaireId(questionnaire), questionnaireVersion,
                title == null ? Map.of() : title, wave, opensOn, closesOn, owner == null ? null : new StaffId(owner),
                settings == null ? SurveySettings.usual() : settings.wish());
    }

}
