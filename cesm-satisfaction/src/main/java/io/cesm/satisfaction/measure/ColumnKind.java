package io.cesm.satisfaction.measure;

import io.cesm.satisfaction.questionnaire.QuestionType;

/** What a column of a file of answers holds. */
public enum ColumnKind {

    /** What tells respondents apart. */
    KEY,
    /** The day of the answer. */
    DATE,
    /** How much the respondent counts. */
    WEIGHT,
    /** The language of the answer. */
    LANGUAGE,
    /** The customer of the respondent, by number, key or name. */
    CUSTOMER,
    /** What the respondent is: region, flow, product … */
    SEGMENT,
    /** Points on a scale. */
    NPS, CSAT, CES, RATING, IMPORTANCE,
    /** One of several answers. */
    SINGLE,
    /** Several of several answers, in one column or spread over many. */
    MULTI,
    /** A quantity. */
    NUMBER,
    /** Words. */
    TEXT;

    /** Whether it becomes an item of the questionnaire. */
    public boolean isAsked() {
        return compareTo(NPS) >= 0;
    }

    boolean isScale() {
        return isAsked() && compareTo(IMPORTANCE) <= 0;
    }

    boolean isChoice() {
        return this == SINGLE || this == MULTI;
    }

    QuestionType type() {
        return QuestionType.valueOf(name());
    }

}
