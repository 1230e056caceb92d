package io.cesm.domain.complaint;

/** Who hears a message. */
public enum MessageKind {

    /** Only we. */
    INTERNAL,
    /** We said it to the customer. */
    TO_CUSTOMER,
    /** The customer said it to us. */
    FROM_CUSTOMER

}
