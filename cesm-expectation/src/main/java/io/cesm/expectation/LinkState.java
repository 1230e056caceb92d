package io.cesm.expectation;

/** What has become of a confirmation link. */
public enum LinkState {

    OPEN, USED, EXPIRED, REVOKED,
    /**
     * What it is about is no longer what the customer would be asked about, or the
     * contact is gone.
     */
    CHANGED,
    /** There is no such link. */
    UNKNOWN

}
