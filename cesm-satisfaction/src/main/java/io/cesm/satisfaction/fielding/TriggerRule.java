package io.cesm.satisfaction.fielding;

import java.math.BigDecimal;
import java.util.UUID;

import io.cesm.satisfaction.questionnaire.Words;

/**
 * A rule: after this event, so many hours later, such a share of people is asked.
 *
 * @param told events told so far
 * @param asked how many of them were asked or wait to be
 */
public record TriggerRule(UUID id, SurveyId survey, String number, Words title, SurveyState state, ServiceEvent event,
        int delayHours, BigDecimal probability, boolean active, long told, long asked, long version) {

    public String title(String language) {
        return title.in(language, java.util.List.of("en", "zh"));
    }

}
