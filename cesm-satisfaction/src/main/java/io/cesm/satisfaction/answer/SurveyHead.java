package io.cesm.satisfaction.answer;

import java.time.LocalDate;
import java.util.UUID;

import io.cesm.satisfaction.questionnaire.Anonymity;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a survey to take its answers.
 *
 * @param sender who asks, as the contact may read it
 */
public record SurveyHead(UUID id, String number, UUID version, Anonymity anonymity, String state, String origin,
        @Nullable LocalDate opensOn, @Nullable LocalDate closesOn, @Nullable String sender) {

    public boolean anonymous() {
        return anonymity == Anonymity.ANONYMOUS;
    }

    /** Whether it takes answers on this day. */
    LinkState on(LocalDate day) {
        if (!origin.equals("OWN") || state.equals("DRAFT") || (opensOn != null && day.isBefore(opensOn))) {
            return LinkState.NOT_YET;
        }
        return !state.equals("FIELDED") || (closesOn != null && day.isAfter(closesOn)) ? LinkState.CLOSED
                : LinkState.OPEN;
    }

}
