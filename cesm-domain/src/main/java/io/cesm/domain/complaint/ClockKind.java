package io.cesm.domain.complaint;

/** What a customer waits for. */
public enum ClockKind {

    FIRST_RESPONSE, NEXT_UPDATE, RESOLUTION

}
