package io.cesm.domain.topissue;

/** Where the values of a TOP issue's measure come from. */
public enum MeasureKind {

    /** A figure somebody enters. */
    KPI,
    /** The mean of an item of our surveys among the affected customers. */
    SURVEY_ITEM,
    /** Complaints of the affected customers a month. */
    COMPLAINT_RATE

}
