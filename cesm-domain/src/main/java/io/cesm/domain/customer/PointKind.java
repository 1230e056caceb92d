package io.cesm.domain.customer;

/** By what a person can be reached or recognised. */
public enum PointKind {

    PHONE, EMAIL, WECOM, FORMER_NAME

}
