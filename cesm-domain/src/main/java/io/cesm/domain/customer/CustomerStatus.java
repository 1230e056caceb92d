package io.cesm.domain.customer;

/** Where a customer stands with us. A merged one lives on in another record. */
public enum CustomerStatus {

    CUSTOMER, PROSPECT, LOST, MERGED

}
