package io.cesm.satisfaction.fielding;

/** What happens in service and may be asked about. */
public enum ServiceEvent {

    CASE_CLOSED, DELIVERY_ACCEPTED, VISIT_DONE

}
