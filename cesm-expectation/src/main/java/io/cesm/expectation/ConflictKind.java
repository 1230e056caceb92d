package io.cesm.expectation;

/** What excludes each other. */
public enum ConflictKind {

    LEVEL, DATE, LEVEL_AND_DATE

}
