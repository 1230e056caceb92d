package io.cesm.domain.complaint;

/** What a customer came with. */
public enum ComplaintKind {

    COMPLAINT, PRAISE, SUGGESTION, QUESTION, REQUIREMENT

}
