package io.cesm.domain.people;

/** Whether a member of staff can work with CESM. */
public enum StaffStatus {

    ACTIVE, DISABLED

}
