package io.cesm.domain.complaint;

/** How a clock stands. */
public enum ClockState {

    RUNNING,
    /** We wait for the customer; no time passes. */
    PAUSED,
    /** Stopped in time. */
    MET,
    /** Stopped too late. */
    LATE,
    /** Stopped because nothing is waited for any more. */
    ENDED

}
