package io.cesm.satisfaction.questionnaire;

import java.time.Instant;

/**
 * One questionnaire with its draft.
 *
 * @param changed whether the draft differs from the version published last
 * @param published number of that version, 0 if there is none
 */
public record QuestionnaireDetails(QuestionnaireId id, long version, String number, Profile profile,
        QuestionnaireState state, boolean changed, int published, Instant changedAt, Definition draft) {
}
