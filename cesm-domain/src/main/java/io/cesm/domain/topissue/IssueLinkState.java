package io.cesm.domain.topissue;

/** What has become of a link to a TOP issue. */
public enum IssueLinkState {

    OPEN, USED, EXPIRED, REVOKED,
    /** What the customer would be asked about is no longer so, or the person is gone. */
    CHANGED,
    /** There is no such link. */
    UNKNOWN

}
