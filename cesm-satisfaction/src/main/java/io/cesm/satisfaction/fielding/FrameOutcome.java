package io.cesm.satisfaction.fielding;

/** What became of somebody who could have been asked. */
public enum FrameOutcome {

    FRAME, NOT_DRAWN, QUEUED, QUARANTINED, NO_CONSENT, NO_ADDRESS, INVITED, BOUNCED, OPTED_OUT

}
