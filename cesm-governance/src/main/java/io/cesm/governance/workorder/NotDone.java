package io.cesm.governance.workorder;

/** Why a visit came to nothing. */
public enum NotDone {

    PARTS, ACCESS, ABSENT, SAFETY, WRONG_SKILL, OTHER

}
