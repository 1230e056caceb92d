package io.cesm.satisfaction.followup;

/** How the customer was spoken to. */
public enum ContactChannel {

    PHONE, VISIT, MEETING, EMAIL, WECOM, OTHER

}
