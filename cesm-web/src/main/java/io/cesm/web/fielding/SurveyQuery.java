package io.cesm.web.fielding;

import io.cesm.domain.people.Actor;
import io.cesm.domain.people.StaffId;
import io.cesm.satisfaction.fielding.SurveyFilter;
import io.cesm.satisfaction.fielding.SurveyOrigin;
import io.cesm.satisfaction.fielding.SurveyState;
import io.cesm.satisfaction.questionnaire.QuestionnaireId;
import io.cesm.satisfaction.questionnaire.SurveyKind;
import io.cesm.web.layout.IdText;
import org.jspecify.annotations.Nullable;

/** The filters of the list of surveys as they stand in its address. */
record SurveyQuery(@Nullable String q, @Nullable SurveyKind kind, @Nullable SurveyState state,
        @Nullable SurveyOrigin origin, @Nullable String owner, @Nullable String questionnaire,
        @Nullable String cursor) {

    static final String MINE = "me";

    SurveyFilter filter(Actor actor) {
        return new SurveyFilter(q, kind, state, origin, owner(actor),
                questionnaire == null || questionnaire.isBlank() ? null : QuestionnaireId.of(questionnaire));
    }

    private @Nullable StaffId owner(Actor actor) {
        return MINE.equals(owner) ? actor.staff() : IdText.read(owner, StaffId::of);
    }

    public boolean isAny() {
        return (q != null && !q.isBlank()) || kind != null || state != null || origin != null
                || (owner != null && !owner.isBlank()) || (questionnaire != null && !questionnaire.isBlank());
    }

}
