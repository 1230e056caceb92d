package io.cesm.domain.complaint;

/** Who hears a message. */
public enum MessageKind {

    /** Only we. */
    INTERNAL,
    /** We said it to the customer. */
    TO_CUSTOMER,
    /** The customer said it to us. */
    FROM_CUSTOMER,
    /** We said it to parties beside who complained, and not to the customer. */
    TO_PARTIES,
    /** A party said it to us; neither the customer nor other parties read it. */
    FROM_PARTY;

    /** Whether it is part of the talk between the customer and us. */
    boolean isWithCustomer() {
        return this == TO_CUSTOMER || this == FROM_CUSTOMER;
    }

}
