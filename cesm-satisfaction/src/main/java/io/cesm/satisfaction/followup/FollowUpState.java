package io.cesm.satisfaction.followup;

import java.util.List;

/** Where a follow-up stands. */
public enum FollowUpState {

    /** Nobody has spoken to the customer yet. */
    OPEN,
    /** The customer was spoken to; what came of it is still to come. */
    CONTACTED,
    /** It was dealt with. */
    DONE,
    /** The customer could not be reached. */
    NOT_REACHED,
    /** There was no need to ask. */
    NOT_NEEDED;

    /** Those that are nobody's work any more. */
    public static final List<FollowUpState> CLOSED = List.of(DONE, NOT_REACHED, NOT_NEEDED);

    public boolean isOpen() {
        return this == OPEN || this == CONTACTED;
    }

}
