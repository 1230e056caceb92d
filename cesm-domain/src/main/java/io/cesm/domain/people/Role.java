package io.cesm.domain.people;

/** What somebody is, in CESM's terms. */
public enum Role {

    /** Customer satisfaction representative. */
    CSR,
    /** Iron triangle: owner of the customer relationship. */
    AR,
    /** Iron triangle: owner of the solution. */
    SR,
    /** Iron triangle: owner of delivery. */
    FR,
    /** Leads a unit and sees its customers and those of the units below. */
    MANAGER,
    /** CESM office: runs the programme for the whole company. */
    OFFICE,
    /** Administers people and settings. */
    ADMIN,
    /** Reads everything, changes nothing. */
    AUDITOR

}
