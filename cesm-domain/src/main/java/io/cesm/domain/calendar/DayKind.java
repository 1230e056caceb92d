package io.cesm.domain.calendar;

/** Why a day is not like its weekday. */
public enum DayKind {

    /** A day off. */
    HOLIDAY,
    /** A weekend day on which people work, in exchange for a holiday. */
    WORKDAY,
    /** A day with hours of its own: stocktaking, a half day before a feast. */
    SPECIAL

}
