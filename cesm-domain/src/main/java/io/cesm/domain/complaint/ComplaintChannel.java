package io.cesm.domain.complaint;

/** Ways in which customers and we speak with each other. */
public enum ComplaintChannel {

    PHONE, EMAIL, WECOM, VISIT, MEETING, PORTAL, SURVEY, OTHER

}
