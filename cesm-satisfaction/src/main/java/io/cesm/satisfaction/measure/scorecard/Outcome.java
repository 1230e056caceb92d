package io.cesm.satisfaction.measure.scorecard;

/** How a dispute ended. */
public enum Outcome {

    /** The customer changed its marks. */
    CHANGED,
    /** The customer stays with its marks. */
    KEPT,
    /** We took the dispute back. */
    WITHDRAWN

}
