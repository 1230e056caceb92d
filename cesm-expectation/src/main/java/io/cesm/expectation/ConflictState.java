package io.cesm.expectation;

/** Where a conflict stands. */
public enum ConflictState {

    OPEN, RESOLVED, NOT_A_CONFLICT

}
