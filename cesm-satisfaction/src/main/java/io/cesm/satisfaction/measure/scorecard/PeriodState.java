package io.cesm.satisfaction.measure.scorecard;

/** Where the scorecard of a period stands. */
public enum PeriodState {

    /** Not yet here, and may still come. */
    DUE,
    /** Here, as the customer gave it. */
    RECEIVED,
    /** Did not come: nothing is known about this period. */
    NOT_RECEIVED,
    /** Here, but we think it is wrong. */
    DISPUTED,
    /** Here, and agreed upon after a dispute. */
    SETTLED;

    /** Whether there are marks. */
    public boolean isKnown() {
        return this == RECEIVED || this == DISPUTED || this == SETTLED;
    }

    /** Whether marks may be entered. */
    public boolean takesMarks() {
        return this == DUE || this == NOT_RECEIVED || this == RECEIVED;
    }

}
