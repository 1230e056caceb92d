package io.cesm.domain.people;

/** What sort of unit of the organisation it is. */
public enum UnitKind {

    COMPANY, REGION, OFFICE, DEPARTMENT

}
