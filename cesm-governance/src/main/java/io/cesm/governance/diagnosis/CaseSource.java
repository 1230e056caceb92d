package io.cesm.governance.diagnosis;

/** What a diagnosed case is. */
public enum CaseSource {

    COMPLAINT, FOLLOW_UP, EXPECTATION,
    /**
     * Has the gap of its root cause, by the rules of complaints; counts once, at the
     * customer that leads it.
     */
    TOP_ISSUE

}
