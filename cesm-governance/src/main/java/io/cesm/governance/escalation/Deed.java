package io.cesm.governance.escalation;

/** What a level does. */
public enum Deed {

    /** Tells everybody it names. */
    NOTIFY,
    /** Offers it to the first it names; the owner keeps it until that is accepted. */
    OFFER,
    /** Locks it onto the first it names. */
    LOCK,
    /** Makes the grade one step more severe. */
    RAISE_GRADE,
    /** Wants a plan in writing, within its own time. */
    DEMAND_PLAN,
    /** Lets everybody it names follow the complaint in one room. */
    WAR_ROOM;

    /** Whether it is done to the people a level names. */
    public boolean isToPeople() {
        return this != RAISE_GRADE && this != DEMAND_PLAN;
    }

}
