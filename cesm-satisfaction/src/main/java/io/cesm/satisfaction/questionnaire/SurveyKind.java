package io.cesm.satisfaction.questionnaire;

/** The two kinds of own survey. */
public enum SurveyKind {

    /** Kind I: one service, right after it happened. */
    SERVICE,
    /** Kind II: competitiveness and brand, also among people who only heard of us. */
    COMPETITIVENESS

}
