package io.cesm.domain.complaint;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.context.MessageSourceResolvable;

/** Where a complaint stands between the customer's words and the customer's consent. */
public enum ComplaintState implements MessageSourceResolvable {

    /** It is noted; nobody has answered yet. */
    RECEIVED,
    /** The customer knows its number, who takes care and when they hear again. */
    ACKNOWLEDGED,
    /** Somebody works on it. */
    IN_PROGRESS,
    /** The harm is stopped, the cause not yet. */
    CONTAINED,
    /** We say it is solved, with cause and remedy. */
    RESOLVED,
    /** The customer says it is. */
    CONFIRMED, CLOSED,
    /** We cannot go on before the customer does something; clocks stand still. */
    WAITING_CUSTOMER,
    /** It was not solved after all. */
    REOPENED,
    /** The customer disagrees with what we decided. */
    DECISION_DECLINED,
    /** The customer no longer wants it. */
    WITHDRAWN,
    /** It lives on in another one. */
    MERGED;

    /** The straight way, for drawing the life line. */
    public static final List<ComplaintState> MAIN_LINE = List.of(RECEIVED, ACKNOWLEDGED, IN_PROGRESS, CONTAINED,
            RESOLVED, CONFIRMED, CLOSED);

    /** States in which it is our turn. */
    public static final Set<ComplaintState> OURS = EnumSet.of(RECEIVED, ACKNOWLEDGED, IN_PROGRESS, CONTAINED, REOPENED);

    public boolean isOpen() {
        return this != CLOSED && this != WITHDRAWN && this != MERGED;
    }

    @Override
    public String[] getCodes() {
        return new String[] { "ComplaintState." + name() };
    }

}
