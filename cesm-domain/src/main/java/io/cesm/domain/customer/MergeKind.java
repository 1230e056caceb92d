package io.cesm.domain.customer;

/** What is compared and merged. */
public enum MergeKind {

    CUSTOMER, CONTACT

}
