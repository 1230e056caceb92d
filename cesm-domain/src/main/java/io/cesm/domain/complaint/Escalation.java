package io.cesm.domain.complaint;

import java.time.Instant;

/**
 * A complaint was taken to a higher level.
 *
 * @param level 1 locked onto the iron triangle … 4 the office
 * @param told how many people were told
 */
public record Escalation(int level, Reason reason, Instant at, int told) {

    /** Why it was. */
    public enum Reason {

        UNOWNED, NEARLY_DUE, OVERDUE, LONG_OVERDUE, RISK

    }

}
