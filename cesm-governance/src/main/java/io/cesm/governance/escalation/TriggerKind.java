package io.cesm.governance.escalation;

/** What can make a level necessary. */
public enum TriggerKind {

    /** So much of a clock is used; 100 is when it is due, more is after it. */
    CLOCK_PERCENT,
    /** So many open minutes before a clock is due. */
    BEFORE_DUE,
    /** So many open minutes after a clock was due. */
    AFTER_DUE,
    /** Nobody has taken it while so much of the first answer's time is used. */
    UNOWNED,
    /** Somebody who decides at the customer complained or was in touch about it. */
    KEY_DECIDER,
    /** It is public or may become so. */
    PUBLICITY,
    /** The customer complained so often about the same before. */
    REPEATED,
    /** The customer is worth so much a year, in units of ten thousand. */
    VALUE_AT_STAKE,
    /** The customer has not answered for so many working days. */
    CUSTOMER_SILENT,
    /** So many offers to take it over were refused or not answered. */
    REFUSED,
    /** It went from hand to hand so many times. */
    HAND_OFFS,
    /** Nobody acknowledged the level below in time. */
    UNACKNOWLEDGED,
    /** The plan the level below demanded did not come in time. */
    PLAN_LATE;

    /** Whether it watches a clock, and may be told which. */
    public boolean isOfClock() {
        return this == CLOCK_PERCENT || this == BEFORE_DUE || this == AFTER_DUE;
    }

    /** Whether it needs a number. */
    public boolean hasAmount() {
        return this != KEY_DECIDER && this != PUBLICITY;
    }

    /** Whether a level can be told to wait for it; the others come by themselves. */
    public boolean isChosen() {
        return this != UNACKNOWLEDGED && this != PLAN_LATE;
    }

}
