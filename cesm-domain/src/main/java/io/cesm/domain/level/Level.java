package io.cesm.domain.level;

/**
 * One of the four levels, in the order in which a gap is walked: expected, committed,
 * delivered, perceived.
 */
public enum Level {

    /** What the customer expects. */
    E,

    /** What we agreed to. */
    C,

    /** What we measurably did. */
    D,

    /** What the customer felt. */
    P

}
