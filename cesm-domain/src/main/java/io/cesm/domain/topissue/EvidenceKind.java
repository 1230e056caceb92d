package io.cesm.domain.topissue;

/** What kind of record shows that an issue exists. */
public enum EvidenceKind {

    COMPLAINT, EXPECTATION, FOLLOW_UP

}
