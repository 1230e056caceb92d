package io.cesm.domain.intake;

/** What becomes of a row. */
public enum Outcome {

    CREATED, CHANGED, UNCHANGED, REFUSED

}
