package io.cesm.governance.report;

import java.time.LocalDate;

import io.cesm.satisfaction.figures.Moments;

/**
 * What was counted in a month.
 *
 * @param level the perceived level over customers
 * @param timed resolved complaints that had a clock
 * @param followedUpInTime closed follow-ups that reached the customer in time
 * @param due commitments that fell due
 */
public record MonthFigures(LocalDate month, Moments level, long answers, long complaints, long timed, long inTime,
        long followedUp, long followedUpInTime, long due, long onTime) {
}
