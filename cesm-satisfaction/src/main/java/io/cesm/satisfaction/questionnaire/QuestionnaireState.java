package io.cesm.satisfaction.questionnaire;

/** Where a questionnaire stands. */
public enum QuestionnaireState {

    /** Never published. */
    DRAFT,
    /** Has a published version; a draft of the next may lie beside it. */
    PUBLISHED,
    /** No longer used for new surveys. */
    RETIRED

}
