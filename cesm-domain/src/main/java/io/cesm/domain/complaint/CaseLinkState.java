package io.cesm.domain.complaint;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/** What has become of a link to a complaint. */
public enum CaseLinkState implements MessageSourceResolvable {

    OPEN, EXPIRED, REVOKED,
    /** There is no such link, or nobody it was made for any more. */
    UNKNOWN;

    /**
     * The state of a link there is.
     * @param ended when it was taken back, null if it was not
     */
    static CaseLinkState of(@Nullable Instant ended, Instant expires, Instant now) {
        if (ended != null) {
            return REVOKED;
        }
        return now.isBefore(expires) ? OPEN : EXPIRED;
    }

    @Override
    public String[] getCodes() {
        return new String[] { "CaseLinkState." + name() };
    }

}
