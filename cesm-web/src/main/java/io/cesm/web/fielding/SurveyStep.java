package io.cesm.web.fielding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.cesm.satisfaction.fielding.SurveyDetails;
import io.cesm.satisfaction.fielding.SurveyState;
import org.jspecify.annotations.Nullable;

/**
 * A stop on the life line of a survey.
 *
 * @param look done, now or empty for what is to come
 * @param on the day it was or will be reached, if one is known
 */
record SurveyStep(SurveyState state, String look, @Nullable LocalDate on) {

    static List<SurveyStep> of(SurveyDetails it) {
        var steps = new ArrayList<SurveyStep>();
        for (var state : SurveyState.values()) {
            var look = state == it.state() ? "now" : state.compareTo(it.state()) < 0 ? "done" : "";
            var on = state == SurveyState.FIELDED ? it.opensOn() : state == SurveyState.CLOSED ? it.closesOn() : null;
            steps.add(new SurveyStep(state, look, on));
        }
        return steps;
    }

}
