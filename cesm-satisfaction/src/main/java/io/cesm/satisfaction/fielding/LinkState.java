package io.cesm.satisfaction.fielding;

/** What a link to a survey leads to. */
public enum LinkState {

    OPEN, ANSWERED, EXPIRED, WITHDRAWN, NOT_YET, CLOSED, UNKNOWN

}
