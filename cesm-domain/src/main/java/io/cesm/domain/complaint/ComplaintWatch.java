package io.cesm.domain.complaint;

/**
 * Looks after complaints that are not answered. Whoever keeps the rules of escalation
 * implements it; it may be called by anybody at any time and however often.
 */
@FunctionalInterface
public interface ComplaintWatch {

    /** Looks at one complaint now, and does what has become due. */
    void look(ComplaintId id);

}
