package io.cesm.domain.complaint;

/** Where the root cause of a complaint lies. */
public enum CauseClass {

    IT, KNOWLEDGE, PROCESS, RULES, PEOPLE, DESIGN, SUPPLIER, CUSTOMER

}
