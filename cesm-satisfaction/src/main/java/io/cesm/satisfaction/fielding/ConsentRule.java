package io.cesm.satisfaction.fielding;

/** When a person may be asked: unless they said no, or only after they said yes. */
public enum ConsentRule {

    UNLESS_REFUSED, ONLY_IF_GIVEN

}
