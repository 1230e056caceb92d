package io.cesm.domain.topissue;

/** How a customer said something about a TOP issue; LINK is their own page. */
public enum IssueChannel {

    LINK, PHONE, EMAIL, WECOM, VISIT, MEETING, OTHER;

    /** The ways a member of staff can record. */
    public static final java.util.List<IssueChannel> RECORDED = java.util.List.of(PHONE, EMAIL, WECOM, VISIT, MEETING,
            OTHER);

}
