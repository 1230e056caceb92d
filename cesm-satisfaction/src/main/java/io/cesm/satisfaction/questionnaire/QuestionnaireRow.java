package io.cesm.satisfaction.questionnaire;

import java.time.Instant;
import java.util.List;

/** One line of the list of questionnaires. */
public record QuestionnaireRow(QuestionnaireId id, String number, Words title, SurveyKind kind, Anonymity anonymity,
        QuestionnaireState state, boolean changed, int published, List<String> languages, int questions,
        Instant changedAt) {

    /** The title in a reader's language, else in the one it was written in. */
    public String title(String language) {
        return title.in(language, languages);
    }

}
