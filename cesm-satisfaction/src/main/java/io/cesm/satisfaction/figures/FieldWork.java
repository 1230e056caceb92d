package io.cesm.satisfaction.figures;

import io.cesm.domain.kernel.Refusal;

/**
 * What became of those who were asked, and the rates of AAPOR's Standard Definitions in
 * percent. All counts are of everybody, hence no rate has an interval.
 *
 * @param complete C, answered
 * @param partial P, broke off
 * @param refused R
 * @param notReached NC, known to belong to the survey but never reached
 * @param other O
 * @param unknown U, not known whether they belong to the survey
 * @param eligible e, which share of the unknown is taken to belong to it, 0 … 1
 */
public record FieldWork(long complete, long partial, long refused, long notReached, long other, long unknown,
        double eligible) {

    public FieldWork {
        if (complete < 0 || partial < 0 || refused < 0 || notReached < 0 || other < 0 || unknown < 0) {
            throw new IllegalArgumentException("No outcome has fewer than 0 people");
        }
        if (!(eligible >= 0 && eligible <= 1)) {
            throw new Refusal("figures.off_scale", eligible, 0, 1);
        }
    }

    /** RR3: {@code C/[(C + P) + (R + NC + O) + e·U]}. */
    public Figure response() {
        return rate(complete, complete + partial + refused + notReached + other + eligible * unknown);
    }

    /** COOP1, of those who were reached: {@code C/[(C + P) + R + O]}. */
    public Figure cooperation() {
        return rate(complete, (double) complete + partial + refused + other);
    }

    /** Of those who began: {@code P/(C + P)}. */
    public Figure breakOff() {
        return rate(partial, (double) complete + partial);
    }

    /**
     * Which share of everybody the survey was about could be asked at all.
     * @param inFrame from 0 to population
     */
    public static Figure coverage(long inFrame, long population) {
        if (inFrame < 0 || inFrame > population) {
            throw new IllegalArgumentException(inFrame + " of " + population + " is no share");
        }
        return rate(inFrame, population);
    }

    /** Both groups together; the share of the unknown is weighted by their number. */
    public FieldWork plus(FieldWork that) {
        long both = unknown + that.unknown;
        double share = (both == 0) ? eligible : (unknown * eligible + that.unknown * that.eligible) / both;
        return new FieldWork(complete + that.complete, partial + that.partial, refused + that.refused,
                notReached + that.notReached, other + that.other, both, share);
    }

    private static Figure rate(long part, double whole) {
        return (whole == 0) ? Figure.none(FigureMethod.FIELD_RATE)
                : new Figure(FigureMethod.FIELD_RATE, Math.round(whole), whole, 100 * part / whole, null);
    }

}
