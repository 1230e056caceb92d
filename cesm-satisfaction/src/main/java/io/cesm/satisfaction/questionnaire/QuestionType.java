package io.cesm.satisfaction.questionnaire;

/** The kinds of question. */
public enum QuestionType {

    NPS, CSAT, CES, RATING, IMPORTANCE, MATRIX, PAIR, KANO, SINGLE, MULTI, RANKING, TEXT, NUMBER, DATE, FILE, CONSENT,
    STATEMENT;

    /** Whether it is answered by a point on a scale. */
    public boolean isScale() {
        return ordinal() <= IMPORTANCE.ordinal();
    }

    /** Whether it is answered by choosing among options written by the author. */
    public boolean hasOptions() {
        return this == SINGLE || this == MULTI || this == RANKING;
    }

    /** Whether it can be answered at all. */
    public boolean isAsked() {
        return this != STATEMENT;
    }

}
