package io.cesm.domain.topissue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.context.MessageSourceResolvable;

/** Where a TOP issue stands between its nomination and the customers' approval. */
public enum TopIssueState implements MessageSourceResolvable {

    /** Somebody says it belongs among the few that matter most. */
    NOMINATED,
    /** The customer confirmed that we understood it. */
    UNDERSTOOD,
    /** Measure, target, owner, stake and date are agreed. */
    PLANNED,
    /** Work goes on. */
    IMPROVING,
    /** The effect is measured: done as we see it, not yet as the customers do. */
    VERIFIED,
    /** Every affected customer is asked. */
    SUBMITTED,
    /** All of them agreed. */
    APPROVED, CLOSED,
    /** It is no longer followed. */
    WITHDRAWN;

    /** The straight way, for drawing the life line. */
    public static final List<TopIssueState> MAIN_LINE = List.of(NOMINATED, UNDERSTOOD, PLANNED, IMPROVING, VERIFIED,
            SUBMITTED, APPROVED, CLOSED);

    /** States in which the customer hears from us on a rhythm. */
    public static final Set<TopIssueState> TOLD = EnumSet.of(PLANNED, IMPROVING, VERIFIED);

    public boolean isOpen() {
        return this != CLOSED && this != WITHDRAWN;
    }

    /** Whether it has come at least as far as another state of the main line. */
    public boolean isAtLeast(TopIssueState other) {
        return this != WITHDRAWN && ordinal() >= other.ordinal();
    }

    @Override
    public String[] getCodes() {
        return new String[] { "TopIssueState." + name() };
    }

}
