package io.cesm.governance.diagnosis;

/** What a diagnosed case is. */
public enum CaseSource {

    COMPLAINT, FOLLOW_UP, EXPECTATION

}
