package io.cesm.satisfaction.followup;

/** What a follow-up can become. */
public enum LinkKind {

    EXPECTATION, COMPLAINT, TOP_ISSUE

}
