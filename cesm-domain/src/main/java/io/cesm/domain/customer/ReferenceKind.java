package io.cesm.domain.customer;

/** What a customer has from us. */
public enum ReferenceKind {

    PRODUCT, CONTRACT, INSTALLED

}
