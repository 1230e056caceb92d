package io.cesm.expectation;

/** Where an offer to take an expectation over stands. */
public enum HandOverState {

    OFFERED, ACCEPTED, REFUSED, TAKEN_BACK

}
