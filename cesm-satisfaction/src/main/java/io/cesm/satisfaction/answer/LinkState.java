package io.cesm.satisfaction.answer;

/** Whether a link can be answered now, and if not, why. */
public enum LinkState {

    OPEN, ANSWERED, EXPIRED, WITHDRAWN, CLOSED, NOT_YET, UNKNOWN

}
