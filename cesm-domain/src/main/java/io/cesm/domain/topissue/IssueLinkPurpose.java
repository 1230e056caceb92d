package io.cesm.domain.topissue;

/** What a person of a customer is asked or told by a link. */
public enum IssueLinkPurpose {

    /** Whether we understood the problem. */
    STATEMENT,
    /** Whether the issue is solved for them. */
    APPROVAL,
    /** How far it is. */
    REPORT

}
