package io.cesm.satisfaction.fielding;

/** What became of an invitation. */
public enum InvitationState {

    QUEUED, SENT, OPENED, BEGUN, ANSWERED, DECLINED, BOUNCED, EXPIRED, WITHDRAWN

}
