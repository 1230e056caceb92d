package io.cesm.satisfaction.fielding;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.cesm.domain.customer.ContactId;
import io.cesm.satisfaction.questionnaire.Words;

/**
 * Somebody of a customer who was asked in a survey.
 *
 * @param state what became of it, null where the survey promised not to tell
 */
public record AskedRow(SurveyId survey, String number, Words title, ContactId contact, String name, Instant sentAt,
        int reminders, @Nullable InvitationState state) {

    /** The title of the survey in a reader's language, else in the one it has. */
    public String title(String language) {
        return title.in(language, List.of("en", "zh"));
    }

}
