package io.cesm.satisfaction.fielding;

/** Where a survey is in its life. */
public enum SurveyState {

    DRAFT, FIELDED, CLOSED, ANALYSED

}
