package io.cesm.domain.customer;

/** What a person may have agreed to. */
public enum ConsentPurpose {

    SURVEY, PUBLICITY, MARKETING, CROSS_BORDER

}
