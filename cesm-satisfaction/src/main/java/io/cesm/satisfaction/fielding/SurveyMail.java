package io.cesm.satisfaction.fielding;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A mail of a survey to one person.
 *
 * @param token of the personal link; it stands in the mail that goes out and nowhere else
 * @param problem what the last try to send it met
 */
public record SurveyMail(UUID id, SurveyId survey, String surveyNumber, UUID invitation, String kind, String address,
        String name, String language, String subject, String body, String token, MailState state, int tries,
        @Nullable String problem, Instant createdAt, @Nullable Instant sentAt) {

    /** What became of a mail. */
    public enum MailState {

        WAITING, SENT, SHOWN, BOUNCED, FAILED, CANCELLED

    }

    /**
     * The text as the person reads it.
     * @param link address of the survey
     * @param stop address where they can say that they do not want to be asked
     */
    public String text(String link, String stop) {
        return MailPlaces.fill(body, Map.of("link", link, "stop", stop));
    }

}
