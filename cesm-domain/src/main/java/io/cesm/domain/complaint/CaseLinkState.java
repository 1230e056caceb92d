package io.cesm.domain.complaint;

import org.springframework.context.MessageSourceResolvable;

/** What has become of a link to a complaint. */
public enum CaseLinkState implements MessageSourceResolvable {

    OPEN, EXPIRED, REVOKED,
    /** There is no such link, or nobody it was made for any more. */
    UNKNOWN;

    @Override
    public String[] getCodes() {
        return new String[] { "CaseLinkState." + name() };
    }

}
