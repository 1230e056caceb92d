package io.cesm.domain.complaint;

/**
 * Looks after complaints that are not answered. Whoever keeps the rules of escalation
 * implements it; it may be called by anybody at any time and however often.
 */
public interface ComplaintWatch {

    /** Looks at one complaint now, and does what has become due. */
    void look(ComplaintId id);

    /**
     * Looks at a complaint if that is due: for timers and the sweeper, of which several
     * may come for the same moment.
     */
    void lookIfDue(ComplaintId id);

}
