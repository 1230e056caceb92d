package io.cesm.governance.report;

/** Whether a report can still be edited. */
public enum PackState {

    DRAFT, RELEASED

}
