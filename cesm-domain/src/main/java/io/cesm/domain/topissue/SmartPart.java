package io.cesm.domain.topissue;

/** One of the five things without which a TOP issue cannot start. */
public enum SmartPart {

    /** The problem in the customer's words, confirmed by the customer. */
    SPECIFIC,
    /** A measure with today's value and a target. */
    MEASURABLE,
    /** An owner who agreed. */
    AGREED,
    /** What is at stake for the customer. */
    RELEVANT,
    /** A date. */
    TIMED;

    /** Code of the sentence that says what is missing. */
    public String missing() {
        return "topissue.smart." + name();
    }

}
