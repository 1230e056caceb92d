package io.cesm.satisfaction.answer;

/** Why an answer does not count. */
public enum LeftOutReason {

    TWICE, OWN_STAFF, WRONG_PERSON, TRIAL, WITHDRAWN, OTHER

}
