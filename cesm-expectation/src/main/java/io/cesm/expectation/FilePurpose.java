package io.cesm.expectation;

/** What a file of an expectation is for. */
public enum FilePurpose {

    /** The document the customer's words come from. */
    SOURCE,
    /** The proof of what we delivered. */
    EVIDENCE

}
