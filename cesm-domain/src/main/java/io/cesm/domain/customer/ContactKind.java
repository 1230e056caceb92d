package io.cesm.domain.customer;

/**
 * How a person stands to our products; people who only heard of us are asked in surveys
 * of the second kind.
 */
public enum ContactKind {

    CUSTOMER, PROSPECT, LOST, NON_USER

}
