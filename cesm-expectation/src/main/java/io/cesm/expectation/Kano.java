package io.cesm.expectation;

/** What an expectation does to satisfaction, by Kano. */
public enum Kano {

    MUST_BE, PERFORMANCE, ATTRACTIVE, INDIFFERENT, REVERSE

}
