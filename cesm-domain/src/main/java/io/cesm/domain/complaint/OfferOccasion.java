package io.cesm.domain.complaint;

/**
 * What makes the product offer a complaint to somebody, with nobody there to write a
 * note.
 */
public enum OfferOccasion {

    /** The customer did not accept a decision, and the receiver took no part in it. */
    LOOK_AGAIN,
    /** A rule of escalation asks the receiver to take it over. */
    ESCALATION

}
