package io.cesm.satisfaction.fielding;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What came of a service event.
 *
 * @param repeated whether it had been told before
 */
public record ToldEvent(UUID id, boolean repeated, List<Asked> asked) {

    /**
     * What one rule made of it.
     *
     * @param until how long the guard holds the person
     */
    public record Asked(SurveyId survey, FrameOutcome outcome, @Nullable LocalDate until) {
    }

}
